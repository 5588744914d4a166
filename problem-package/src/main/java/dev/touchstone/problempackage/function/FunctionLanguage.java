package dev.touchstone.problempackage.function;

import dev.touchstone.problempackage.function.Signature.Parameter;
import dev.touchstone.problempackage.function.ValueType.ListOf;
import dev.touchstone.problempackage.function.ValueType.MapOf;
import dev.touchstone.problempackage.function.ValueType.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The languages in which functions can be written, with their types and naming conventions. */
public enum FunctionLanguage {
  /** CPython and PyPy. */
  PYTHON3("solution.py", "python3 pypy3", false) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT -> "int";
        case FLOAT -> "float";
        case BOOL -> "bool";
        case STRING -> "str";
      };
    }

    @Override
    String list(ValueType item) {
      return "list[" + type(item) + "]";
    }

    @Override
    String map(ValueType item) {
      return "dict[str, " + type(item) + "]";
    }

    @Override
    public String starterCode(Signature signature) {
      return "def %s(%s) -> %s:\n    ...\n"
          .formatted(
              name(signature.name()),
              parameters(signature, (type, name) -> name + ": " + type),
              type(signature.returns()));
    }
  },
  /** Node.js; its numbers are exact up to 2 to the power of 53. */
  JAVASCRIPT("solution.js", "javascript", true) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT, FLOAT -> "number";
        case BOOL -> "boolean";
        case STRING -> "string";
      };
    }

    @Override
    String list(ValueType item) {
      return type(item) + "[]";
    }

    @Override
    String map(ValueType item) {
      return "Object<string, " + type(item) + ">";
    }

    @Override
    public String starterCode(Signature signature) {
      StringBuilder code = new StringBuilder("/**\n");
      for (Parameter parameter : signature.parameters()) {
        code.append(
            " * @param {%s} %s\n".formatted(type(parameter.type()), name(parameter.name())));
      }
      return code.append(" * @returns {%s}\n */\n".formatted(type(signature.returns())))
          .append(
              "function %s(%s) {\n\n}\n"
                  .formatted(name(signature.name()), parameters(signature, (type, name) -> name)))
          .toString();
    }
  },
  /** A method of a class {@code Solution}, static or not. */
  JAVA("Solution.java", "java", true) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT -> "long";
        case FLOAT -> "double";
        case BOOL -> "boolean";
        case STRING -> "String";
      };
    }

    @Override
    String list(ValueType item) {
      return type(item) + "[]";
    }

    @Override
    String map(ValueType item) {
      String boxed =
          switch (type(item)) {
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> type(item);
          };
      return "Map<String, " + boxed + ">";
    }

    @Override
    public String starterCode(Signature signature) {
      return "import java.util.*;\n\nclass Solution {\n    static %s %s(%s) {\n\n    }\n}\n"
          .formatted(
              type(signature.returns()),
              name(signature.name()),
              parameters(signature, (type, name) -> type + " " + name));
    }
  },
  /** C++ of any standard that is offered. */
  CPP("solution.hpp", "cpp cpp17 cpp23", true) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT -> "long long";
        case FLOAT -> "double";
        case BOOL -> "bool";
        case STRING -> "string";
      };
    }

    @Override
    String list(ValueType item) {
      return "vector<" + type(item) + ">";
    }

    @Override
    String map(ValueType item) {
      return "map<string, " + type(item) + ">";
    }

    @Override
    public String starterCode(Signature signature) {
      return "#include <map>\n#include <string>\n#include <vector>\nusing namespace std;\n\n%s %s(%s) {\n\n}\n"
          .formatted(
              type(signature.returns()),
              name(signature.name()),
              parameters(signature, (type, name) -> type + " " + name));
    }
  },
  /** Go. */
  GO("solution.go", "go", true) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT -> "int";
        case FLOAT -> "float64";
        case BOOL -> "bool";
        case STRING -> "string";
      };
    }

    @Override
    String list(ValueType item) {
      return "[]" + type(item);
    }

    @Override
    String map(ValueType item) {
      return "map[string]" + type(item);
    }

    @Override
    public String starterCode(Signature signature) {
      return "package main\n\nfunc %s(%s) %s {\n\n}\n"
          .formatted(
              name(signature.name()),
              parameters(signature, (type, name) -> name + " " + type),
              type(signature.returns()));
    }
  },
  /** Rust. */
  RUST("solution.rs", "rust", false) {
    @Override
    String plain(Plain type) {
      return switch (type) {
        case INT -> "i64";
        case FLOAT -> "f64";
        case BOOL -> "bool";
        case STRING -> "String";
      };
    }

    @Override
    String list(ValueType item) {
      return "Vec<" + type(item) + ">";
    }

    @Override
    String map(ValueType item) {
      return "std::collections::BTreeMap<String, " + type(item) + ">";
    }

    @Override
    public String starterCode(Signature signature) {
      return "fn %s(%s) -> %s {\n    todo!()\n}\n"
          .formatted(
              name(signature.name()),
              parameters(signature, (type, name) -> name + ": " + type),
              type(signature.returns()));
    }
  };

  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");
  private final String fileName;

  /** Separated by spaces: the fields of an enum must be immutable. */
  private final String ids;

  private final boolean camelCase;

  FunctionLanguage(String fileName, String ids, boolean camelCase) {
    this.fileName = fileName;
    this.ids = ids;
    this.camelCase = camelCase;
  }

  /** Combines a type and a name. */
  @FunctionalInterface
  interface Declaration {
    String of(String type, String name);
  }

  /** The language with the given id, as {@code python3}; empty if it does not support functions. */
  public static Optional<FunctionLanguage> of(String id) {
    return Arrays.stream(values()).filter(language -> language.ids().contains(id)).findFirst();
  }

  /** Ids of all languages that take functions. */
  public static List<String> allIds() {
    return Arrays.stream(values()).flatMap(language -> language.ids().stream()).toList();
  }

  /** The ids of this language and its variants. */
  public List<String> ids() {
    return List.of(ids.split(" "));
  }

  /** What the learner's file is called. */
  public String fileName() {
    return fileName;
  }

  /** A name of the signature, by the conventions of this language. */
  public String name(String name) {
    return camelCase
        ? UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT))
        : name;
  }

  /** How a type is written. */
  public String type(ValueType type) {
    return switch (type) {
      case Plain plain -> plain(plain);
      case ListOf(ValueType item) -> list(item);
      case MapOf(ValueType item) -> map(item);
    };
  }

  /** A file with the empty function, to begin with. */
  public abstract String starterCode(Signature signature);

  abstract String plain(Plain type);

  abstract String list(ValueType item);

  abstract String map(ValueType item);

  final String parameters(Signature signature, Declaration declaration) {
    return signature.parameters().stream()
        .map(parameter -> declaration.of(type(parameter.type()), name(parameter.name())))
        .collect(Collectors.joining(", "));
  }
}
