import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files: arguments are the profile (ua1, 3a) and paths. One line each: path, profile, verdict, broken rules. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("unknown profile " + arguments[0]);
        }
        for (int place = 1; place < arguments.length; place++) {
            System.out.println(String.join("\t", arguments[place], arguments[0], check(arguments[place], flavour)));
        }
    }

    private static String check(String path, PDFAFlavour flavour) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> broken = new LinkedHashSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            // A profile that checked nothing would pass everything.
            boolean passed = result.isCompliant() && result.getTotalAssertions() > 100;
            return (passed ? "pass" : "fail") + "\t" + String.join(" ", broken);
        }
    }
}
