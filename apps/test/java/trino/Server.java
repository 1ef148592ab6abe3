/** What the launcher of the image starts, whose own jar Maven does not have. */
class Server {
    public static void main(String[] args) {
        new io.trino.server.Server().start("483");
    }
}
