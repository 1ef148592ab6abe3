import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.security.authorizer.AclEntry;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.storage.internals.log.LogConfig;

/** Objects of Strimzi by environment, as an object of lists; complaints of Kafka's own validators, as a list. */
class Check {
    static final ObjectMapper json = new ObjectMapper();
    static final List<String> complaints = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        for (var sample : json.readTree(System.in).properties()) environment(sample.getKey(), sample.getValue());
        json.writeValue(System.out, complaints);
    }

    static void environment(String name, JsonNode objects) {
        var kafka = ofKind(objects, "Kafka").findFirst().orElseThrow().at("/spec/kafka");
        var at = name + ": ";
        var version = kafka.path("version").asText();
        var checked = AppInfoParser.getVersion();
        if (!version.equals(checked)) complaints.add(at + "the cluster is " + version + ", this check " + checked);
        var metadata = kafka.path("metadataVersion").asText();
        attempt(at + "metadataVersion: ", () -> MetadataVersion.fromVersionString(metadata, false));

        var config = strings(kafka.path("config"));
        for (var key : config.keySet()) setting(at + "setting " + key + ": ", key);
        var names = new ArrayList<String>();
        var defaults = new HashMap<String, Object>();
        ofKind(objects, "KafkaNodePool").forEach(pool -> attempt(at + "pool " + nameOf(pool) + ": ", () ->
            defaults.putAll(node(pool, config).extractLogConfigMap())));
        ofKind(objects, "KafkaTopic").forEach(topic -> topic(at + "topic ", topic, defaults, names));
        ofKind(objects, "KafkaUser").forEach(user -> user(at + "user " + nameOf(user) + ": ", user));
    }

    /** A setting is of the broker, and none of those that the operator drops in silence. */
    static void setting(String at, String key) {
        if (!KafkaConfig.configDef().names().contains(key)) complaints.add(at + "unknown to the broker");
        if (startsWithOne(key, KafkaClusterSpec.FORBIDDEN_PREFIXES)
                && !startsWithOne(key, KafkaClusterSpec.FORBIDDEN_PREFIX_EXCEPTIONS))
            complaints.add(at + "the operator drops it");
    }

    static boolean startsWithOne(String key, String prefixes) {
        return Stream.of(prefixes.split(", ")).anyMatch(key::startsWith);
    }

    /** A node as it starts: our settings, and the least that the operator adds to make it a node. */
    static KafkaConfig node(JsonNode pool, Map<String, String> config) {
        var roles = new ArrayList<String>();
        pool.at("/spec/roles").forEach(role -> roles.add(role.asText()));
        var all = new HashMap<String, Object>(config);
        all.put("node.id", "0");
        all.put("process.roles", String.join(",", roles));
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.bootstrap.servers", "localhost:9090");
        all.put("log.dirs", "/var/lib/kafka");
        var listeners = new ArrayList<String>();
        if (roles.contains("controller")) listeners.add("CONTROLLER://localhost:9090");
        if (roles.contains("broker")) listeners.add("PLAIN://localhost:9092");
        all.put("listeners", String.join(",", listeners));
        all.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAIN:PLAINTEXT");
        if (roles.contains("broker")) all.put("inter.broker.listener.name", "PLAIN");
        return new KafkaConfig(all);
    }

    static void topic(String at, JsonNode topic, Map<String, Object> defaults, List<String> others) {
        var given = topic.at("/spec/topicName").asText();
        var name = given.isEmpty() ? nameOf(topic) : given;
        attempt(at + name + ": ", () -> Topic.validate(name));
        for (var other : others)
            if (Topic.hasCollision(name, other)) complaints.add(at + name + ": has the metrics of " + other);
        others.add(name);
        var config = strings(topic.at("/spec/config"));
        attempt(at + name + ": ", () -> LogConfig.validate(Map.of(), config, defaults, false));
    }

    static void user(String at, JsonNode user) {
        for (var acl : user.at("/spec/authorization/acls")) {
            var type = acl.at("/resource/type").asText();
            var resource = ResourceType.fromString(type.equals("transactionalId") ? "TRANSACTIONAL_ID" : type);
            for (var operation : acl.path("operations")) {
                var known = AclOperation.fromString(operation.asText().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
                if (known != AclOperation.ALL && !AclEntry.supportedOperations(resource).contains(known))
                    complaints.add(at + operation.asText() + " is nothing that one can do with a " + type);
            }
        }
    }

    interface Work { void run(); }

    static void attempt(String at, Work work) {
        try {
            work.run();
        } catch (RuntimeException refused) {
            complaints.add(at + refused.getMessage());
        }
    }

    static Stream<JsonNode> ofKind(JsonNode objects, String kind) {
        return objects.valueStream().filter(object -> object.path("kind").asText().equals(kind));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** As the operator writes them to a file. */
    static Map<String, String> strings(JsonNode config) {
        var result = new HashMap<String, String>();
        config.properties().forEach(entry -> result.put(entry.getKey(), entry.getValue().asText()));
        return result;
    }
}
