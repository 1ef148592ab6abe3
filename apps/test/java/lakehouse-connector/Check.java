import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hudi.common.model.HoodieTableType;
import org.apache.hudi.index.HoodieIndex;
import org.apache.hudi.storage.StorageSchemes;

/** By environment: `core` (core-site.xml), `tables` (address), `table` and `index` (types of Hudi). */
class Check {
    static final List<String> complaints = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        // The answer alone goes to standard output.
        var answer = System.out;
        System.setOut(System.err);
        var json = new ObjectMapper();
        json.readTree(System.in).fields().forEachRemaining(environment ->
            environment(environment.getKey() + ": ", environment.getValue()));
        json.writeValue(answer, complaints);
    }

    static void environment(String at, JsonNode given) {
        var tables = URI.create(given.path("tables").asText());
        attempt(at + "tables: ", () -> {
            if (!StorageSchemes.isSchemeSupported(tables.getScheme()))
                throw new IllegalArgumentException("Hudi knows no " + tables.getScheme());
        });
        attempt(at + "store: ", () -> FileSystem.newInstance(tables, configuration(given.path("core").asText())).close());
        attempt(at + "table: ", () -> HoodieTableType.valueOf(given.path("table").asText()));
        attempt(at + "index: ", () -> HoodieIndex.IndexType.valueOf(given.path("index").asText()));
    }

    /** As a pod reads its file; but for Google no identity is asked for, which only a pod there has. */
    static Configuration configuration(String core) {
        var configuration = new Configuration();
        configuration.addResource(new ByteArrayInputStream(core.getBytes(StandardCharsets.UTF_8)), "core-site.xml");
        configuration.set("fs.gs.auth.service.account.enable", "false");
        configuration.set("fs.gs.auth.null.enable", "true");
        return configuration;
    }

    interface Work { void run() throws Exception; }

    static void attempt(String at, Work work) {
        try {
            work.run();
        } catch (Exception | LinkageError refused) {
            complaints.add(at + refused);
        }
    }
}
