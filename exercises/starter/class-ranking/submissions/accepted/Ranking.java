import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public class Ranking {
  record Student(String name, int points) {}

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine().trim());
    List<Student> students = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String[] line = in.readLine().trim().split(" ");
      students.add(new Student(line[0], Integer.parseInt(line[1])));
    }
    students.sort(
        Comparator.comparingInt(Student::points).reversed().thenComparing(Student::name));
    StringBuilder out = new StringBuilder();
    int rank = 1;
    for (int i = 0; i < n; i++) {
      Student student = students.get(i);
      if (i > 0 && student.points() != students.get(i - 1).points()) {
        rank = i + 1;
      }
      out.append(rank).append(' ').append(student.name());
      out.append(' ').append(student.points()).append('\n');
    }
    System.out.print(out);
  }
}
