// attack: an annotation processor that the compiler would run; expect: AC
@Deprecated
public class Main { public static void main(String[] a) { System.out.println(new java.io.File("/box/ran").exists() ? "BREACH" : "safe"); } }
