import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.azure.SimpleKeyProvider;
import org.apache.hadoop.fs.s3a.Constants;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf.ConfVars;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Files of Hive and Hadoop by environment, each as an object of texts; complaints of their own classes, as a list. */
class Check {
    static final List<String> complaints = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        var json = new ObjectMapper();
        var known = new HashMap<String, ConfVars>();
        for (var variable : ConfVars.values()) {
            known.put(variable.getVarname(), variable);
            known.put(variable.getHiveName(), variable);
        }
        var ofStores = keysOfStores();
        for (var sample : json.readTree(System.in).properties()) {
            var at = sample.getKey() + ": ";
            var conf = MetastoreConf.newMetastoreConf();
            hive(at, sample.getValue().path("metastore-site.xml"), conf, known);
            hadoop(at, sample.getValue().path("core-site.xml"), conf, ofStores);
            var password = MetastoreConf.getPassword(conf, ConfVars.PWD);
            if (!System.getenv("DATABASE_PASSWORD").equals(password)) complaints.add(at + "the password is " + password);
            fileSystem(at, conf);
        }
        json.writeValue(System.out, complaints);
    }

    static void hive(String at, JsonNode site, Configuration conf, Map<String, ConfVars> known) {
        for (var property : site.properties()) {
            var variable = known.get(property.getKey());
            if (variable == null) {
                complaints.add(at + "Hive knows no " + property.getKey());
                continue;
            }
            conf.set(variable.getVarname(), property.getValue().asText());
            try {
                variable.validate(conf.get(variable.getVarname()));
                if (variable.getDefaultVal() instanceof Long) Long.parseLong(conf.get(variable.getVarname()));
            } catch (IllegalArgumentException refused) {
                complaints.add(at + property.getKey() + ": " + refused.getMessage());
            }
        }
    }

    static void hadoop(String at, JsonNode core, Configuration conf, Set<String> known) throws Exception {
        for (var property : core.properties()) {
            var key = property.getKey();
            conf.set(key, property.getValue().asText());
            if (key.startsWith("fs.azure.account.key.")) {
                var account = key.substring("fs.azure.account.key.".length());
                if (!System.getenv("STORAGE_ACCOUNT_KEY").equals(new SimpleKeyProvider().getStorageAccountKey(account, conf)))
                    complaints.add(at + "no key for " + account);
            } else if (!known.contains(key)) complaints.add(at + "Hadoop knows no " + key);
        }
        for (var name : conf.getTrimmedStrings(Constants.AWS_CREDENTIALS_PROVIDER))
            if (core.has(Constants.AWS_CREDENTIALS_PROVIDER) && !AwsCredentialsProvider.class.isAssignableFrom(Class.forName(name)))
                complaints.add(at + name + " provides no credentials");
    }

    /** There is a file system for where databases go, with all that its class needs. */
    static void fileSystem(String at, Configuration conf) {
        for (var variable : List.of(ConfVars.WAREHOUSE, ConfVars.WAREHOUSE_EXTERNAL)) {
            var scheme = URI.create(MetastoreConf.getVar(conf, variable)).getScheme();
            try {
                Class.forName(FileSystem.getFileSystemClass(scheme, conf).getName());
            } catch (Exception | LinkageError missing) {
                complaints.add(at + "no file system " + scheme + ": " + missing);
            }
        }
    }

    /** Settings of the clients of object stores: constants of their classes, and what Hadoop has a default for. */
    static Set<String> keysOfStores() throws Exception {
        var keys = new HashSet<String>();
        new Configuration().forEach(entry -> keys.add(entry.getKey()));
        for (var field : Constants.class.getFields())
            if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) keys.add((String) field.get(null));
        var google = "org.apache.hadoop.fs.gs.";
        for (var name : List.of("GoogleHadoopFileSystemConfiguration", "HadoopCredentialsConfiguration"))
            for (var field : Class.forName(google + name).getDeclaredFields())
                if (field.getType().getName().equals(google + "HadoopConfigurationProperty")) {
                    field.setAccessible(true);
                    var get = field.getType().getDeclaredMethod("getKey");
                    get.setAccessible(true);
                    var key = (String) get.invoke(field.get(null));
                    keys.add(key.startsWith("fs.") ? key : "fs.gs" + key);
                }
        keys.add("fs.gs.impl");
        return keys;
    }
}
