// attack: reads all of /usr/bin to fill the page cache; expect: AC
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
static char buffer[1 << 16];
int main(void) {
  DIR *d = opendir("/usr/bin");
  long total = 0;
  for (struct dirent *e = d ? readdir(d) : 0; e && total < 150 << 20; e = readdir(d)) {
    char name[600]; snprintf(name, sizeof name, "/usr/bin/%s", e->d_name);
    int fd = open(name, O_RDONLY);
    for (long n; fd >= 0 && (n = read(fd, buffer, sizeof buffer)) > 0 && total < 150 << 20;) total += n;
    if (fd >= 0) close(fd);
  }
  puts("safe");
}
