import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Jobs by name, each with `flink` (configuration), `jobManagerMemory` and `taskManagerMemory` (as the operator passes them
 * on), `settings` (the job's file), `variables` (that it refers to) and `types` (of its keys, by the contract of its
 * image). Answers with complaints, and with how each process divides its memory, in MiB.
 */
class Check {
    static final List<String> complaints = new ArrayList<>();
    static final Map<String, ConfigOption<?>> options = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        var json = new ObjectMapper();
        findOptions();
        var memory = new TreeMap<String, Map<String, Integer>>();
        for (var job : json.readTree(System.in).properties()) {
            var at = job.getKey() + ": ";
            var flink = loaded(job.getValue().path("flink"));
            for (var key : flink.keySet()) setting(at, key, flink);
            attempt(at + "memory: ", () -> memory.put(job.getKey(), memory(flink, job.getValue())));
            attempt(at + "job.conf: ", () -> settings(at, job.getValue()));
        }
        json.writeValue(System.out, Map.of("complaints", complaints, "memory", memory));
    }

    /** Every option that a class of Flink or of its operator declares, by its names. */
    static void findOptions() throws Exception {
        for (var jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(jar).getName().startsWith("flink-")) continue;
            try (var file = new JarFile(jar)) {
                for (var entry : file.stream().toList())
                    if (entry.getName().matches("org/apache/flink/[^$]*Options\\.class"))
                        declared(entry.getName().replace('/', '.').replaceAll("\\.class$", ""));
            }
        }
    }

    static void declared(String name) {
        try {
            for (var field : Class.forName(name).getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || field.getType() != ConfigOption.class) continue;
                field.setAccessible(true);
                var option = (ConfigOption<?>) field.get(null);
                options.put(option.key(), option);
                for (FallbackKey key : option.fallbackKeys()) options.putIfAbsent(key.getKey(), option);
            }
        } catch (ReflectiveOperationException | LinkageError absent) {
            // A class for a library that is not there has no say here.
        }
    }

    /** As a pod reads its file. */
    static Configuration loaded(JsonNode flink) throws Exception {
        var folder = Files.createTempDirectory("flink");
        // The name that the operator gives it for these versions.
        var file = folder.resolve("flink-conf.yaml");
        var lines = new ArrayList<String>();
        flink.properties().forEach(entry -> lines.add(entry.getKey() + ": " + entry.getValue().asText()));
        try {
            Files.write(file, lines);
            return GlobalConfiguration.loadConfiguration(folder.toString());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    /** Plugins for stores of objects read these; contracts of images say which. */
    static final String ofPlugins = "(s3|s3a|fs|gs|presto)\\..*";

    static void setting(String at, String key, Configuration flink) {
        if (key.matches(ofPlugins)) return;
        if (key.matches("metrics\\.reporter\\.\\w+\\.factory\\.class")) {
            attempt(at + key + ": ", () -> Class.forName(value(key, flink)).asSubclass(MetricReporterFactory.class));
        } else if (key.matches("metrics\\.reporter\\.\\w+\\.port")) {
            attempt(at + key + ": ", () -> Integer.parseInt(value(key, flink)));
        } else if (!options.containsKey(key)) {
            complaints.add(at + "unknown to Flink: " + key);
        } else {
            attempt(at + key + ": ", () -> flink.get(options.get(key)));
        }
    }

    static String value(String key, Configuration flink) {
        return flink.toMap().get(key);
    }

    static Map<String, Integer> memory(Configuration flink, JsonNode job) {
        var sizes = new TreeMap<String, Integer>();
        var manager = new Configuration(flink);
        manager.set(JobManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.parse(job.path("jobManagerMemory").asText()));
        var managers = JobManagerProcessUtils.processSpecFromConfigWithNewOptionToInterpretLegacyHeap(
            manager, JobManagerOptions.JVM_HEAP_MEMORY);
        sizes.put("jobManagerHeap", managers.getJvmHeapMemorySize().getMebiBytes());
        sizes.put("jobManager", managers.getTotalProcessMemorySize().getMebiBytes());
        var worker = new Configuration(flink);
        worker.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.parse(job.path("taskManagerMemory").asText()));
        var workers = TaskExecutorProcessUtils.processSpecFromConfig(worker);
        sizes.put("taskHeap", workers.getTaskHeapSize().getMebiBytes());
        sizes.put("managed", workers.getManagedMemorySize().getMebiBytes());
        sizes.put("network", workers.getNetworkMemSize().getMebiBytes());
        sizes.put("taskManager", workers.getTotalProcessMemorySize().getMebiBytes());
        return sizes;
    }

    /** The file of the job, by the library that the job reads it with, and its producer, by Kafka's. */
    static void settings(String at, JsonNode job) {
        var variables = new HashMap<String, Object>();
        job.path("variables").properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        var config = ConfigFactory.parseString(job.path("settings").asText())
            .resolveWith(ConfigFactory.parseMap(variables));
        for (var type : job.path("types").properties())
            if (config.hasPath(type.getKey()))
                attempt(at + type.getKey() + ": ", () -> read(config, type.getKey(), type.getValue().asText()));
        attempt(at + "producer: ", () -> new ProducerConfig(Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.getString("kafka.producer.broker-servers"),
            ProducerConfig.LINGER_MS_CONFIG, config.getInt("kafka.producer.linger.ms"),
            ProducerConfig.BATCH_SIZE_CONFIG, config.getInt("kafka.producer.batch.size"),
            ProducerConfig.COMPRESSION_TYPE_CONFIG, config.getString("kafka.producer.compression"),
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.getInt("kafka.producer.max-request-size"),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class)));
    }

    static Object read(Config config, String key, String type) {
        return switch (type) {
            case "integer" -> config.getInt(key);
            case "boolean" -> config.getBoolean(key);
            default -> config.getString(key);
        };
    }

    interface Work { void run() throws Exception; }

    static void attempt(String at, Work work) {
        try {
            work.run();
        } catch (Exception refused) {
            complaints.add(at + refused.getMessage());
        }
    }
}
