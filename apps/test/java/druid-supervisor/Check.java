import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.druid.data.input.ColumnsFilter;
import org.apache.druid.data.input.InputRowSchema;
import org.apache.druid.data.input.impl.ByteEntity;
import org.apache.druid.guice.BuiltInTypesModule;
import org.apache.druid.indexing.kafka.KafkaIndexTaskModule;
import org.apache.druid.indexing.kafka.supervisor.KafkaSupervisorReportPayload;
import org.apache.druid.indexing.kafka.supervisor.KafkaSupervisorSpec;
import org.apache.druid.indexing.overlord.supervisor.SupervisorReport;
import org.apache.druid.indexing.overlord.supervisor.SupervisorSpec;
import org.apache.druid.indexing.overlord.supervisor.SupervisorStateManager.BasicState;
import org.apache.druid.jackson.DefaultObjectMapper;
import org.apache.druid.java.util.common.DateTimes;
import org.apache.druid.segment.DefaultColumnFormatConfig;

/**
 * Specifications of supervisors by name and an event for each table: what Druid makes of them (the table, topic and
 * properties of the consumer, and a row of each event), or why it takes them not; and what it says of the states of one.
 */
class Check {
    static final ObjectMapper json = mapper();

    public static void main(String[] args) throws Exception {
        BuiltInTypesModule.registerHandlersAndSerde();
        var input = json.readTree(System.in);
        var supervisors = new TreeMap<String, Object>();
        input.path("specs").fields().forEachRemaining(
            spec -> supervisors.put(spec.getKey(), supervisor(spec.getValue(), input.path("events"))));
        var reports = new TreeMap<String, Object>();
        for (var state : BasicState.values()) reports.put(state.name(), report(state));
        json.writeValue(System.out, Map.of("supervisors", supervisors, "reports", reports));
    }

    static Map<String, Object> supervisor(JsonNode text, JsonNode events) {
        try {
            return read((KafkaSupervisorSpec) json.treeToValue(text, SupervisorSpec.class), events);
        } catch (IOException refused) {
            return Map.of("refused", refused.getMessage());
        }
    }

    static Map<String, Object> read(KafkaSupervisorSpec spec, JsonNode events) throws IOException {
        var schema = spec.getSpec().getDataSchema();
        var stream = spec.getSpec().getIOConfig();
        var answer = new TreeMap<String, Object>();
        answer.put("id", spec.getId());
        answer.put("topic", stream.getStream());
        answer.put("consumer", stream.getConsumerProperties());
        answer.put("tasks", stream.getTaskCount());
        answer.put("fromTheOldest", stream.isUseEarliestSequenceNumber());
        answer.put("rollup", schema.getGranularitySpec().isRollup());
        var event = events.path(schema.getDataSource());
        if (event.isMissingNode()) return answer;
        var rows = new InputRowSchema(schema.getTimestampSpec(), schema.getDimensionsSpec(), ColumnsFilter.all());
        var reader = stream.getInputFormat()
            .createReader(rows, new ByteEntity(json.writeValueAsBytes(event)), Files.createTempDirectory("druid").toFile());
        try (var read = reader.read()) {
            var row = read.next();
            var columns = new TreeMap<String, Object>();
            for (var name : schema.getDimensionsSpec().getDimensionNames()) columns.put(name, row.getRaw(name));
            for (var figure : schema.getAggregators())
                for (var name : figure.requiredFields()) columns.put(name, row.getMetric(name));
            answer.put("at", row.getTimestamp().toString());
            answer.put("row", columns);
        }
        return answer;
    }

    /** As the API answers when it is asked for the state of a supervisor. */
    static Object report(BasicState state) {
        var payload = new KafkaSupervisorReportPayload(
            "table", "topic", 1, 1, 3600, Map.of(), Map.of(), Map.of(), 0L, DateTimes.nowUtc(),
            false, state.isHealthy(), state, state, List.of());
        return new SupervisorReport<>("table", DateTimes.nowUtc(), payload);
    }

    static ObjectMapper mapper() {
        var mapper = new DefaultObjectMapper();
        new KafkaIndexTaskModule().getJacksonModules().forEach(mapper::registerModule);
        new BuiltInTypesModule().getJacksonModules().forEach(mapper::registerModule);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        mapper.setInjectableValues(new InjectableValues() {
            @Override
            public Object findInjectableValue(
                    Object id, DeserializationContext context, BeanProperty property, Object bean) {
                var type = property.getType().getRawClass();
                if (type == DefaultColumnFormatConfig.class) return new DefaultColumnFormatConfig(null, null);
                // A process has more to put in, which is asked when a supervisor works.
                return type == ObjectMapper.class ? mapper : null;
            }
        });
        return mapper;
    }
}
