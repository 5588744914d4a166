import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls the learner's function for each case on standard input. */
final class Main {
  private final DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));

  public static void main(String[] arguments) throws Throwable {
    // The learner's output goes to standard error; results have their own stream.
    OutputStream answers = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    new Main().answer(answers);
  }

  private void answer(OutputStream answers) throws Throwable {
    Method method = method();
    Object target = target(method);
    for (int cases = Integer.parseInt(line()); cases > 0; cases--) {
      Object[] values = new Object[@arity@];
      for (int i = 0; i < values.length; i++) {
        values[i] = read(method.getGenericParameterTypes()[i]);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        write(method.invoke(target, values), out);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
      System.out.flush();
      out.writeTo(answers);
      answers.flush();
    }
  }

  private static Method method() {
    for (Method method : Solution.class.getDeclaredMethods()) {
      if (method.getName().equals("@name@") && method.getParameterCount() == @arity@) {
        method.setAccessible(true);
        return method;
      }
    }
    System.err.println("The class Solution has no method @name@ with @arity@ parameters.");
    System.exit(1);
    return null;
  }

  private static Object target(Method method) throws Throwable {
    if (Modifier.isStatic(method.getModifiers())) {
      return null;
    }
    Constructor<Solution> constructor = Solution.class.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      text.append((char) c);
    }
    return text.toString();
  }

  private Object read(Type type) throws IOException {
    String line = line();
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case 'i':
        return number(Long.parseLong(rest), type);
      case 'f':
        return number(Double.parseDouble(rest), type);
      case 'b':
        return rest.equals("1");
      case 's': {
        byte[] text = new byte[Integer.parseInt(rest)];
        in.readFully(text);
        in.read();
        return new String(text, StandardCharsets.UTF_8);
      }
      case 'l':
        return list(Integer.parseInt(rest), type);
      default: {
        Type item = type instanceof ParameterizedType map ? map.getActualTypeArguments()[1] : Object.class;
        Map<String, Object> entries = new TreeMap<>();
        for (int left = Integer.parseInt(rest); left > 0; left--) {
          String key = (String) read(String.class);
          entries.put(key, read(item));
        }
        return entries;
      }
    }
  }

  private Object list(int count, Type type) throws IOException {
    if (type instanceof ParameterizedType list) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        items.add(read(list.getActualTypeArguments()[0]));
      }
      return items;
    }
    Type item = type instanceof GenericArrayType array
        ? array.getGenericComponentType()
        : ((Class<?>) type).getComponentType();
    Class<?> raw = item instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : item instanceof Class<?> plain ? plain : Object.class;
    Object items = Array.newInstance(raw, count);
    for (int i = 0; i < count; i++) {
      Array.set(items, i, read(item));
    }
    return items;
  }

  private static Object number(Number value, Type type) {
    if (type == int.class || type == Integer.class) {
      return Math.toIntExact(value.longValue());
    }
    if (type == double.class || type == Double.class) {
      return value.doubleValue();
    }
    return value;
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    if (value == null) {
      line("n", out);
    } else if (value instanceof Boolean flag) {
      line(flag ? "b1" : "b0", out);
    } else if (value instanceof Double || value instanceof Float) {
      line("f" + value, out);
    } else if (value instanceof Number) {
      line("i" + value, out);
    } else if (value instanceof Map<?, ?> map) {
      line("m" + map.size(), out);
      map.forEach((key, item) -> {
        write(String.valueOf(key), out);
        write(item, out);
      });
    } else if (value instanceof Collection<?> items) {
      line("l" + items.size(), out);
      items.forEach(item -> write(item, out));
    } else if (value.getClass().isArray()) {
      int count = Array.getLength(value);
      line("l" + count, out);
      for (int i = 0; i < count; i++) {
        write(Array.get(value, i), out);
      }
    } else {
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      line("s" + text.length, out);
      out.writeBytes(text);
      out.write('\n');
    }
  }

  private static void line(String text, ByteArrayOutputStream out) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    out.write('\n');
  }
}
