import java.util.Set;
import javax.annotation.processing.*;
import javax.lang.model.element.TypeElement;
@SupportedAnnotationTypes("*")
public class Attack extends AbstractProcessor {
  public boolean process(Set<? extends TypeElement> all, RoundEnvironment round) {
    try { new java.io.File("ran").createNewFile(); } catch (java.io.IOException e) { }
    while (true) { }
  }
}
