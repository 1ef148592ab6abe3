import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hive.metastore.HiveMetaStoreClient;
import org.apache.hadoop.hive.metastore.api.Database;
import org.apache.hadoop.hive.metastore.api.FieldSchema;
import org.apache.hadoop.hive.metastore.api.SerDeInfo;
import org.apache.hadoop.hive.metastore.api.StorageDescriptor;
import org.apache.hadoop.hive.metastore.api.Table;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf.ConfVars;

/**
 * Does with a metastore what the writer of Hudi tables does: makes a database and a table whose files are elsewhere,
 * and gives a column another type. Takes {uri, database, table, location}; answers with what is there then.
 */
class Check {
    public static void main(String[] args) throws Exception {
        var json = new ObjectMapper();
        var input = json.readTree(System.in);
        var database = input.path("database").asText();
        var name = input.path("table").asText();
        var conf = MetastoreConf.newMetastoreConf();
        MetastoreConf.setVar(conf, ConfVars.THRIFT_URIS, input.path("uri").asText());
        var client = new HiveMetaStoreClient(conf);
        client.createDatabase(new Database(database, "", null, Map.of()));

        var files = new StorageDescriptor(
            List.of(new FieldSchema("id", "int", ""), new FieldSchema("kept", "string", "")),
            input.path("location").asText(),
            "org.apache.hudi.hadoop.HoodieParquetInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            false, 0,
            new SerDeInfo(null, "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe", Map.of()),
            List.of(), List.of(), Map.of());
        var parameters = new HashMap<>(Map.of("EXTERNAL", "TRUE"));
        client.createTable(new Table(name, database, "writer", 0, 0, 0, files, List.of(), parameters, null, null, "EXTERNAL_TABLE"));
        if (!client.tableExists(database, name)) throw new IllegalStateException("no table " + name);

        var table = client.getTable(database, name);
        table.getSd().getCols().get(0).setType("string");
        client.alter_table(database, name, table);
        var made = client.getTable(database, name).getSd();
        json.writeValue(System.out, Map.of(
            "databaseAt", client.getDatabase(database).getLocationUri(),
            "tableAt", made.getLocation(),
            "types", made.getCols().stream().map(FieldSchema::getType).toList()));
    }
}
