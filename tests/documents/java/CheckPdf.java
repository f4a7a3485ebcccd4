// SPDX-FileCopyrightText: 2026 The Sevenfold developers
// SPDX-License-Identifier: MIT

import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks files against one veraPDF profile. The jar at hand lacks the XML binding that veraPDF reads its profiles with,
 * so this reads the profile itself.
 *
 * <p>Arguments: the flavour (ua1, 3a), then the files. Prints one line a file: RULES n first, then "PASS path" or
 * "FAIL path", each followed by its failed rules, indented.
 */
public final class CheckPdf {
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final int FAILURES_KEPT = 60;

    private CheckPdf() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        ValidationProfile profile = readProfile(arguments[0], flavour);
        out.println("RULES " + profile.getRules().size());
        for (int at = 1; at < arguments.length; at++) {
            check(arguments[at], flavour, profile, out);
        }
    }

    private static void check(String path, PDFAFlavour flavour, ValidationProfile profile, PrintStream out)
            throws Exception {
        try (InputStream stream = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(profile, FAILURES_KEPT, false, false, false)
                    .validate(parser);
            out.println((result.isCompliant() ? "PASS " : "FAIL ") + path);
            failures(result).forEach((rule, count) -> out.println("  " + count + "x " + rule));
        }
    }

    private static Map<String, Integer> failures(ValidationResult result) {
        Map<String, Integer> found = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                RuleId rule = assertion.getRuleId();
                String words = rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage();
                found.merge(words.replace('\n', ' '), 1, Integer::sum);
            }
        }
        return found;
    }

    private static ValidationProfile readProfile(String name, PDFAFlavour flavour) throws Exception {
        String file = name.equals("ua1") ? "PDFUA-1.xml" : "PDFA-" + name.toUpperCase() + ".xml";
        Element root;
        try (InputStream stream = CheckPdf.class.getResourceAsStream(FOLDER + file)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(root, "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element one : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(file, "", "", new Date(0)), "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element one : all(rule, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(one.getTextContent(), null, null));
        }
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                ruleId,
                rule.getAttribute("object"),
                deferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), arguments),
                new ArrayList<>());
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? null : found.get(0).getTextContent();
    }
}
