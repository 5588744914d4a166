import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

public class Main {
  record Student(String name, int points) {}

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine().trim());
    List<Student> students = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String[] line = in.readLine().trim().split(" ");
      students.add(new Student(line[0], Integer.parseInt(line[1])));
    }
    // Print rank, name and points of each student, the best one first.
  }
}
