import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.apache.spark.deploy.k8s.KubernetesConf;
import org.apache.spark.deploy.k8s.SparkPod;
import org.apache.spark.deploy.k8s.submit.JavaMainAppResource;
import org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.package$;
import org.apache.spark.resource.ResourceProfile$;
import org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBuilder;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Takes, by environment, a ScheduledSparkApplication, its files, what the pods shall have, and which keys the job reads;
 * says what Spark, Hadoop and the job's own reader of settings complain about.
 */
class Check {
    static final ObjectMapper json = new ObjectMapper();
    static final List<String> complaints = new ArrayList<>();
    static final KubernetesClient client = new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder().withMasterUrl("http://localhost:1").withAutoConfigure(false).build()).build();

    public static void main(String[] args) throws Exception {
        loadEntries();
        for (var sample : json.readTree(System.in).properties()) {
            var at = sample.getKey() + ": ";
            var input = sample.getValue();
            attempt(at, () -> application(at, input));
            attempt(at, () -> settings(at, input));
        }
        json.writeValue(System.out, complaints);
        System.exit(0);
    }

    /** Entries are known once the objects that declare them are loaded. */
    static void loadEntries() throws Exception {
        for (var name : List.of("internal.config.package$", "internal.config.UI$", "internal.config.Network$",
                "internal.config.Status$", "deploy.k8s.Config$"))
            Class.forName("org.apache.spark." + name);
    }

    static void application(String at, JsonNode input) throws Exception {
        var spec = input.at("/application/spec/template");
        var submit = new SparkSubmit();
        var arguments = new SparkSubmitArguments(JavaConverters.asScalaBuffer(asSubmitted(spec)).toSeq(),
            scala.collection.immutable.Map$.MODULE$.empty());
        var prepared = submit.prepareSubmitEnvironment(arguments, Option.empty());
        var conf = (SparkConf) prepared._3();
        for (var entry : conf.getAll()) property(at, conf, entry._1(), entry._2());
        driver(at + "driver: ", spec, conf, input.at("/pods/driver"));
        executor(at + "executor: ", conf, input.at("/pods/executor"));
    }

    /** The arguments that the operator gives spark-submit, as far as they hang on us. */
    static List<String> asSubmitted(JsonNode spec) throws Exception {
        var all = new ArrayList<>(List.of("--master", "k8s://https://localhost:1", "--deploy-mode",
            spec.path("mode").asText(), "--class", spec.path("mainClass").asText(), "--name", "run"));
        var conf = new TreeMap<String, String>();
        spec.path("sparkConf").fields().forEachRemaining(e -> conf.put(e.getKey(), e.getValue().asText()));
        conf.put("spark.kubernetes.namespace", "spark");
        conf.put("spark.kubernetes.container.image", spec.path("image").asText());
        conf.put("spark.kubernetes.submission.waitAppCompletion", "false");
        conf.put("spark.kubernetes.driver.pod.name", "run-driver");
        conf.put("spark.executor.instances", spec.at("/executor/instances").asText());
        for (var role : List.of("driver", "executor")) {
            var part = spec.path(role);
            conf.put("spark." + role + ".cores", part.path("cores").asText());
            conf.put("spark.kubernetes." + role + ".request.cores", part.path("coreRequest").asText());
            conf.put("spark." + role + ".memory", part.path("memory").asText());
            conf.put("spark." + role + ".memoryOverhead", part.path("memoryOverhead").asText());
            conf.put("spark.kubernetes.authenticate." + role + ".serviceAccountName", part.path("serviceAccount").asText());
            var template = Files.createTempFile(role, ".yaml");
            Files.writeString(template, part.path("template").toString());
            conf.put("spark.kubernetes." + role + ".podTemplateFile", template.toString());
            conf.put("spark.kubernetes." + role + ".podTemplateContainerName", "spark-kubernetes-" + role);
        }
        conf.forEach((key, value) -> all.addAll(List.of("--conf", key + "=" + value)));
        all.add(spec.path("mainApplicationFile").asText());
        spec.path("arguments").forEach(argument -> all.add(argument.asText()));
        return all;
    }

    /** A property is one that Spark or Hadoop knows, with a value that it takes. */
    static void property(String at, SparkConf conf, String key, String value) {
        if (key.startsWith("spark.hadoop.")) {
            hadoop(at + key + ": ", key.substring("spark.hadoop.".length()), value);
            return;
        }
        // Set by spark-submit itself.
        if (List.of("spark.master", "spark.app.name", "spark.app.submitTime", "spark.submit.pyFiles").contains(key)) return;
        ConfigEntry<?> entry = ConfigEntry.findEntry(key);
        if (entry == null) complaints.add(at + key + " is no property of Spark");
        else attempt(at + key + ": ", () -> conf.get(entry));
    }

    /** Classes exist, keys are those of a client, and variables are filled in. */
    static void hadoop(String at, String key, String value) {
        if (value.matches("(com|org)\\.[\\w.]+")) attempt(at, () -> Class.forName(value));
        if (key.startsWith("fs.s3a.")) attempt(at, () -> known(key, "org.apache.hadoop.fs.s3a.Constants"));
        else if (!key.matches("fs\\.(AbstractFileSystem\\.)?gs\\.impl|fs\\.azure\\.account\\.key\\.[a-z0-9]+\\.blob\\.core\\.windows\\.net"))
            complaints.add(at + "is no key of a client");
        if (value.startsWith("${")) {
            var configuration = new Configuration(false);
            configuration.set(key, value.replaceFirst("env\\.\\w+", "env.PATH"));
            if (!System.getenv("PATH").equals(configuration.get(key))) complaints.add(at + "is not filled in");
        }
    }

    static void known(String key, String constants) throws Exception {
        for (var field : Class.forName(constants).getFields())
            if (field.getType() == String.class && key.equals(field.get(null))) return;
        throw new IllegalArgumentException("no key of the client");
    }

    static void driver(String at, JsonNode spec, SparkConf conf, JsonNode wanted) {
        var resource = new JavaMainAppResource(Option.apply(spec.path("mainApplicationFile").asText()));
        var driver = KubernetesConf.createDriverConf(conf, "spark-1", resource, spec.path("mainClass").asText(),
            new String[0], Option.empty());
        pod(at, new KubernetesDriverBuilder().buildFromFeatures(driver, client).pod(), wanted);
    }

    static void executor(String at, SparkConf conf, JsonNode wanted) {
        conf.set("spark.driver.host", "localhost").set("spark.driver.port", "7078");
        ResourceProfile$.MODULE$.clearDefaultProfile();
        var profile = ResourceProfile$.MODULE$.getOrCreateDefaultProfile(conf);
        var executor = KubernetesConf.createExecutorConf(conf, "1", "spark-1", Option.empty(), profile.id());
        var security = new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
        pod(at, new KubernetesExecutorBuilder().buildFromFeatures(executor, security, client, profile).pod(), wanted);
    }

    /** The pod that Spark makes has what our template says, and asks for what its size says. */
    static void pod(String at, SparkPod made, JsonNode wanted) {
        var container = made.container();
        var memory = container.getResources().getRequests().get("memory").getNumericalAmount().toBigInteger().toString();
        expect(at + "memory", wanted.path("memory").asText(), memory);
        expect(at + "limit", memory, container.getResources().getLimits().get("memory").getNumericalAmount().toBigInteger().toString());
        expect(at + "cpu", wanted.path("cpu").asText(), container.getResources().getRequests().get("cpu").toString());
        expect(at + "account", wanted.path("account").asText(), made.pod().getSpec().getServiceAccountName());
        expect(at + "user", "185", String.valueOf(made.pod().getSpec().getSecurityContext().getRunAsUser()));
        expect(at + "read-only", "true", String.valueOf(container.getSecurityContext().getReadOnlyRootFilesystem()));
        var names = new TreeSet<String>();
        container.getEnv().forEach(variable -> names.add(variable.getName()));
        container.getVolumeMounts().forEach(mount -> names.add(mount.getMountPath()));
        wanted.path("has").forEach(name -> {
            if (!names.contains(name.asText())) complaints.add(at + "lacks " + name.asText());
        });
    }

    static void expect(String at, String wanted, String found) {
        if (!wanted.equals(found)) complaints.add(at + " is " + found + " and not " + wanted);
    }

    /** The job finds each key that it reads, of the type that it reads; and there is none that it does not read. */
    static void settings(String at, JsonNode input) throws Exception {
        var folder = Files.createTempDirectory("settings");
        for (var file : input.path("files").properties())
            Files.writeString(folder.resolve(file.getKey()), file.getValue().asText());
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        for (var file : input.path("reads").properties()) {
            var name = file.getKey();
            // On the class path, or as a file: as the job does with each.
            Config config = name.equals("baseconfig.conf")
                ? ConfigFactory.parseFile(folder.resolve(name).toFile()).resolve()
                : ConfigFactory.load(loader, name).withFallback(ConfigFactory.systemEnvironment());
            var given = ConfigFactory.parseFile(folder.resolve(name).toFile());
            var unread = new TreeSet<String>();
            given.entrySet().forEach(entry -> unread.add(entry.getKey()));
            for (var key : file.getValue().properties()) {
                unread.remove(key.getKey());
                attempt(at + name + ": ", () -> {
                    if (key.getValue().asText().equals("int")) config.getInt(key.getKey());
                    else if (config.getString(key.getKey()).isEmpty()) throw new ConfigException.Missing(key.getKey());
                });
            }
            unread.forEach(key -> complaints.add(at + name + ": " + key + " is read by nobody"));
        }
    }

    interface Attempt { void run() throws Exception; }

    static void attempt(String at, Attempt attempt) {
        try {
            attempt.run();
        } catch (Throwable error) {
            complaints.add(at + error);
        }
    }
}
