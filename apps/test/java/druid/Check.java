import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.google.inject.ProvisionException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import javax.validation.Validation;
import org.apache.druid.client.cache.CacheProvider;
import org.apache.druid.guice.DruidProcessingModule;
import org.apache.druid.guice.JsonConfigProvider;
import org.apache.druid.guice.JsonConfigurator;
import org.apache.druid.jackson.DefaultObjectMapper;
import org.apache.druid.guice.http.DruidHttpClientConfig;
import org.apache.druid.query.DruidProcessingConfig;
import org.apache.druid.security.basic.BasicSecurityDruidModule;
import org.apache.druid.server.security.Authenticator;
import org.apache.druid.server.security.Authorizer;
import org.apache.druid.server.security.Escalator;
import org.apache.druid.utils.RuntimeInfo;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Properties of processes, and the keys of extensions that are not on the class path; complaints of Druid's classes. */
class Check {
    static final List<String> complaints = new ArrayList<>();
    /** Classes that are configured with the keys below a prefix, as the modules of Druid bind them. */
    static final Map<String, Set<String>> bound = new TreeMap<>();
    /** Every text that any class of Druid mentions. */
    static final Set<String> mentioned = new HashSet<>();
    static final ObjectMapper json = mapper(false);
    static final ObjectMapper strict = mapper(true);
    static final JsonConfigurator configurator =
        new JsonConfigurator(json, Validation.buildDefaultValidatorFactory().getValidator());

    public static void main(String[] args) throws Exception {
        var input = json.readTree(System.in);
        for (var jar : System.getProperty("java.class.path").split(File.pathSeparator))
            if (jar.matches(".*/druid-[^/]+\\.jar")) scan(jar);
        // Modules make these prefixes of names in the settings.
        bind("druid.escalator", Escalator.class);
        bind("druid.cache", CacheProvider.class);
        for (var process : input.path("processes").properties()) {
            var settings = new Properties();
            process.getValue().path("settings").properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
            names(settings, "druid.auth.authenticatorChain", "druid.auth.authenticator.", Authenticator.class);
            names(settings, "druid.auth.authorizers", "druid.auth.authorizer.", Authorizer.class);
            process(process.getKey() + ": ", settings, input.path("extensions"));
            memory(process.getKey() + ": ", settings, process.getValue().path("directBytes").asLong());
        }
        json.writeValue(System.out, complaints);
    }

    static void process(String at, Properties settings, JsonNode extensions) {
        for (var key : new TreeSet<>(settings.stringPropertyNames()))
            if (!mentioned.contains(key) && !known(key, settings) && !ofExtension(key, extensions))
                complaints.add(at + key + ": nothing reads it");
        for (var prefix : bound.keySet()) {
            var own = below(prefix, settings);
            if (own.isEmpty()) continue;
            for (var name : bound.get(prefix)) configure(at + prefix + ": ", own, prefix, classOf(name));
        }
    }

    /** Whether one of the classes of the longest prefix takes the key. */
    static boolean known(String key, Properties settings) {
        var prefix = prefixOf(key);
        if (prefix == null) return false;
        var alone = nested(key.substring(prefix.length() + 1), settings.getProperty(key));
        var type = settings.getProperty(prefix + ".type");
        if (type != null) alone.put("type", type);
        return bound.get(prefix).stream().map(Check::classOf).anyMatch(bean -> {
            try {
                strict.convertValue(alone, bean);
            } catch (RuntimeException refused) {
                // What is missing beside this key is not asked here.
                return !isUnrecognized(refused);
            }
            return true;
        });
    }

    /** One setting as an object, with a level for each dot. */
    static Map<String, Object> nested(String path, String text) {
        var dot = path.indexOf('.');
        var object = new HashMap<String, Object>();
        if (dot < 0) object.put(path, valueOf(text));
        else object.put(path.substring(0, dot), nested(path.substring(dot + 1), text));
        return object;
    }

    /** As Druid takes a text: as JSON where it is some. */
    static Object valueOf(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (IOException plain) {
            return text;
        }
    }

    static boolean isUnrecognized(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof UnrecognizedPropertyException) return true;
        return false;
    }

    static boolean ofExtension(String key, JsonNode extensions) {
        return extensions.properties().stream().anyMatch(extension ->
            extension.getValue().valueStream().anyMatch(name -> key.equals(extension.getKey() + "." + name.asText())));
    }

    static void configure(String at, Properties own, String prefix, Class<?> bean) {
        try {
            configurator.configurate(own, prefix, bean);
        } catch (ProvisionException refused) {
            for (var fault : refused.getErrorMessages())
                // What a process puts in besides settings is not here.
                if (!fault.getMessage().contains("Injected field[")) complaints.add(at + fault.getMessage());
        }
    }

    /** What a process that works on queries asks when it starts: whether its buffers fit off the heap. */
    static void memory(String at, Properties settings, long directBytes) throws ReflectiveOperationException {
        if (settings.getProperty("druid.processing.buffer.sizeBytes") == null) return;
        var verify = DruidProcessingModule.class
            .getDeclaredMethod("verifyDirectMemory", DruidProcessingConfig.class, RuntimeInfo.class);
        verify.setAccessible(true);
        try {
            var processing = configurator.configurate(settings, "druid.processing", DruidProcessingConfig.class);
            verify.invoke(null, processing, new RuntimeInfo() {
                @Override
                public long getDirectMemorySizeBytes() { return directBytes; }
            });
        } catch (ProvisionException refused) {
            // Complained of already.
        } catch (InvocationTargetException refused) {
            complaints.add(at + refused.getCause().getMessage());
        }
    }

    static String prefixOf(String key) {
        return bound.keySet().stream().filter(prefix -> key.startsWith(prefix + "."))
            .max(Comparator.comparingInt(String::length)).orElse(null);
    }

    /** Keys of which this is the longest prefix: what stands further below is of others. */
    static Properties below(String prefix, Properties settings) {
        var own = new Properties();
        for (var key : settings.stringPropertyNames())
            if (prefix.equals(prefixOf(key))) own.put(key, settings.getProperty(key));
        return own;
    }

    static void names(Properties settings, String list, String prefix, Class<?> bean) {
        if (valueOf(settings.getProperty(list, "[]")) instanceof List<?> names)
            for (var name : names) bind(prefix + name, bean);
    }

    static void bind(String prefix, Class<?> bean) {
        bound.computeIfAbsent(prefix, none -> new TreeSet<>()).add(bean.getName());
    }

    static Class<?> classOf(String name) {
        try {
            return Class.forName(name, false, Check.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads what modules bind from their code: to run them would take every extension and a whole process. */
    static void scan(String path) throws IOException {
        try (var jar = new JarFile(path)) {
            for (var entry : jar.stream().filter(file -> file.getName().endsWith(".class")).toList())
                new ClassReader(jar.getInputStream(entry)).accept(new Bindings(), ClassReader.SKIP_DEBUG);
        }
    }

    /** Calls of JsonConfigProvider: the text before the call is the prefix, the first class after that the bean. */
    static class Bindings extends ClassVisitor {
        Bindings() { super(Opcodes.ASM9); }

        @Override
        public MethodVisitor visitMethod(int access, String name, String form, String generic, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                String prefix;
                Type bean;

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text && (text.equals("druid") || text.startsWith("druid."))) {
                        mentioned.add(text);
                        prefix = text;
                        bean = null;
                    }
                    if (value instanceof Type type && bean == null) bean = type;
                }

                @Override
                public void visitMethodInsn(int code, String owner, String called, String form, boolean face) {
                    // Clients of HTTP are given a prefix each.
                    if (owner.endsWith("HttpClientModule") && prefix != null) {
                        bind(prefix, DruidHttpClientConfig.class);
                        prefix = null;
                    }
                    if (!owner.equals(Type.getInternalName(JsonConfigProvider.class)) || prefix == null) return;
                    if (bean == null || called.equals("bindInstance")) return;
                    bound.computeIfAbsent(prefix, none -> new TreeSet<>()).add(bean.getClassName());
                    prefix = null;
                }
            };
        }
    }

    static ObjectMapper mapper(boolean refusing) {
        var mapper = new DefaultObjectMapper();
        new BasicSecurityDruidModule().getJacksonModules().forEach(mapper::registerModule);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, refusing);
        mapper.setInjectableValues(new InjectableValues() {
            @Override
            public Object findInjectableValue(
                    Object id, DeserializationContext context, BeanProperty property, Object bean) {
                var type = property.getType().getRawClass();
                if (type == RuntimeInfo.class) return new RuntimeInfo();
                // The name of the process, and its port where none is given.
                return type == String.class ? "druid/process" : type == Integer.class ? 1 : null;
            }
        });
        return mapper;
    }
}
