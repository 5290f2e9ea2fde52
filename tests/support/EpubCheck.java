// Asks EPUBCheck about e-books, one after the other in one run of Java: a path on each line of the input.
//
//   java -cp epubcheck.jar EpubCheck.java
//
// One line a message, fields parted by tabs: severity, id, path in the archive, message. A line `DONE` ends what is said of a file.
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public class EpubCheck extends DefaultReportImpl {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private EpubCheck(String name) {
    super(name);
  }

  public static void main(String[] none) throws Exception {
    // EPUBCheck itself has something to say there.
    System.setOut(System.err);
    BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String file = files.readLine(); file != null; file = files.readLine()) {
      EpubCheck report = new EpubCheck(new File(file).getName());
      report.initialize();
      new com.adobe.epubcheck.api.EpubCheck(new File(file), report).check();
      OUT.println("DONE");
    }
  }

  @Override
  public void message(Message message, EPUBLocation location, Object... arguments) {
    String text = message.getMessage(arguments).replaceAll("\\s+", " ");
    OUT.println(String.join("\t", message.getSeverity().toString(), message.getID().toString(), location.getPath(), text));
  }
}
