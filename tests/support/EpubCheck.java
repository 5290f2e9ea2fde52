// Asks EPUBCheck about many e-books in one run of Java.
//
//   java -cp epubcheck.jar EpubCheck.java one.epub two.epub
//
// One line a message, fields parted by tabs: number of the file, severity, id, path in the archive, message. A last line of each file
// has `DONE` for its severity.
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public class EpubCheck extends DefaultReportImpl {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int file;

  private EpubCheck(String name, int file) {
    super(name);
    this.file = file;
  }

  public static void main(String[] files) {
    for (int at = 0; at < files.length; at++) {
      EpubCheck report = new EpubCheck(new File(files[at]).getName(), at);
      report.initialize();
      new com.adobe.epubcheck.api.EpubCheck(new File(files[at]), report).check();
      report.say("DONE", "", "", "");
    }
  }

  @Override
  public void message(Message message, EPUBLocation location, Object... arguments) {
    say(message.getSeverity().toString(), message.getID().toString(), location.getPath(), message.getMessage(arguments));
  }

  private void say(String severity, String id, String path, String text) {
    OUT.println(String.join("\t", String.valueOf(file), severity, id, path, text.replaceAll("\\s+", " ")));
  }
}
