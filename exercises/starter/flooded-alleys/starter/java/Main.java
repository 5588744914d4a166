import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int rows = Integer.parseInt(line.nextToken());
    int columns = Integer.parseInt(line.nextToken());
    char[][] town = new char[rows][];
    for (int row = 0; row < rows; row++) {
      town[row] = in.readLine().toCharArray();
    }
    // town[row][column] is '.', '#', 'H' or 'S'. Print the least number of steps.
  }
}
