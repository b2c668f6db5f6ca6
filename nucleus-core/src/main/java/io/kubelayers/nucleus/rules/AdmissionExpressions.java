package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.cel.Environment;
import io.kubelayers.nucleus.cel.Expression;
import io.kubelayers.nucleus.cel.Type;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The expressions of policies and match conditions: what they may name, and what they must give (apiserver, {@code
 * pkg/admission/plugin/cel/compile.go}).
 */
final class AdmissionExpressions {
    private static final Type TEXTS = Type.list(Type.STRING);
    private static final Type KIND = Type.object("kubernetes.GroupVersionKind", texts("group", "version", "kind"));
    private static final Type RESOURCE =
            Type.object("kubernetes.GroupVersionResource", texts("group", "version", "resource"));
    private static final Type REQUEST = request();

    private final Environment unauthorized;
    private final Environment base;
    private final Map<String, Type> variables = new TreeMap<>();

    /**
     * @param params whether there are parameters
     */
    AdmissionExpressions(boolean params) {
        var environment = Environment.empty()
                .with("object", Type.DYN)
                .with("oldObject", Type.DYN)
                .with("request", REQUEST)
                .with("namespaceObject", Type.DYN);
        this.unauthorized = params ? environment.with("params", Type.DYN) : environment;
        this.base = unauthorized.with("authorizer", Type.DYN);
    }

    private static Map<String, Type> texts(String... names) {
        var fields = new TreeMap<String, Type>();
        for (var name : names) {
            fields.put(name, Type.STRING);
        }
        return fields;
    }

    private static Type request() {
        var user = texts("username", "uid");
        user.put("groups", TEXTS);
        user.put("extra", Type.map(Type.STRING, TEXTS));
        var fields = texts("subResource", "requestSubResource", "name", "namespace", "operation");
        fields.put("kind", KIND);
        fields.put("requestKind", KIND);
        fields.put("resource", RESOURCE);
        fields.put("requestResource", RESOURCE);
        fields.put("userInfo", Type.object("kubernetes.UserInfo", user));
        fields.put("dryRun", Type.BOOL);
        fields.put("options", Type.DYN);
        return Type.object("kubernetes.AdmissionRequest", fields);
    }

    /** An expression that must be of one of these types; one that tells whether a request is concerned names no variables. */
    void condition(FieldPath path, String expression, List<FieldError> errors) {
        complain(path, expression, Expression.check(expression, base, List.of(Type.BOOL)), errors);
    }

    /** A variable, which those after it may name. */
    void variable(FieldPath path, String name, String expression, List<FieldError> errors) {
        var read = Expression.check(expression, withVariables());
        complain(path, expression, read, errors);
        if (read.complaint().isEmpty()) {
            variables.put(name, read.type());
        }
    }

    /** An expression of one of these types, which may name the variables. */
    void check(FieldPath path, String expression, List<Type> wanted, List<FieldError> errors) {
        complain(path, expression, Expression.check(expression, withVariables(), wanted), errors);
    }

    /** An expression that gives a text and may not ask whether something is allowed. */
    void message(FieldPath path, String expression, List<FieldError> errors) {
        var environment = withVariables(unauthorized);
        complain(path, expression, Expression.check(expression, environment, List.of(Type.STRING)), errors);
    }

    private Environment withVariables() {
        return withVariables(base);
    }

    private Environment withVariables(Environment environment) {
        return environment.with("variables", Type.object("kubernetes.variables", variables));
    }

    private static void complain(FieldPath path, String expression, Expression read, List<FieldError> errors) {
        if (!read.complaint().isEmpty()) {
            errors.add(FieldError.invalid(path, expression, read.complaint()));
        }
    }
}
