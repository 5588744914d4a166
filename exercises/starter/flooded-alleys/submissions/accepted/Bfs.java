import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.StringTokenizer;

public class Bfs {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int rows = Integer.parseInt(line.nextToken());
    int columns = Integer.parseInt(line.nextToken());
    char[] town = new char[rows * columns];
    for (int row = 0; row < rows; row++) {
      in.readLine().getChars(0, columns, town, row * columns);
    }
    System.out.println(steps(town, columns));
  }

  private static int steps(char[] town, int columns) {
    int[] distance = new int[town.length];
    Arrays.fill(distance, -1);
    int[] queue = new int[town.length];
    int head = 0;
    int tail = 0;
    int home = new String(town).indexOf('H');
    distance[home] = 0;
    queue[tail++] = home;
    while (head < tail) {
      int cell = queue[head++];
      if (town[cell] == 'S') {
        return distance[cell];
      }
      int column = cell % columns;
      int[] others = {
        cell - columns,
        cell + columns,
        column > 0 ? cell - 1 : -1,
        column < columns - 1 ? cell + 1 : -1,
      };
      for (int other : others) {
        if (other >= 0
            && other < town.length
            && town[other] != '#'
            && distance[other] < 0) {
          distance[other] = distance[cell] + 1;
          queue[tail++] = other;
        }
      }
    }
    return -1;
  }
}
