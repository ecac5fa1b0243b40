package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, used as people use it, and asked by axe whether they all can. */
final class Chromium implements AutoCloseable {
    static final String SKIPPED =
            "SKIPPED: no chromium with its chromedriver on the PATH, so no page was tried in a real browser";

    /** The narrowest screen that a page must fit without scrolling sideways, in CSS pixels: WCAG 2.2, 1.4.10. */
    private static final int NARROW = 320;

    private static final int WIDE = 1280;
    /** Held here, or it would be forgotten with its level: that Selenium knows no newer commands than its own is no news. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AXE = axe();
    private static final String ASK_AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              resultTypes: ["violations"],
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            }).then(
              (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.html}: ${node.failureSummary}`))),
              (fault) => done(["axe failed: " + fault]));
            """;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** For {@code @EnabledIf}: says aloud where there is none. */
    static boolean isHere() {
        boolean here = program().isPresent() && driverProgram().isPresent();
        if (!here) {
            System.err.println(SKIPPED);
        }
        return here;
    }

    static Chromium start() {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // a container's root has no other way, and only our own pages are looked at
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // Both programs are named: Selenium would download what it doesn't find.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage()
                .timeouts()
                .pageLoadTimeout(PATIENCE)
                .scriptTimeout(PATIENCE)
                .implicitlyWait(Duration.ZERO);
        return new Chromium(driver);
    }

    private static Optional<Path> program() {
        return onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> driverProgram() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(path -> Stream.of(names).map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** For all pages from now on. */
    void prefers(String language) {
        cdp("Network.enable", Map.of());
        cdp("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    /** Whether pages opened from now on may run script. */
    void allowScript(boolean allowed) {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    void forgetCookies() {
        cdp("Network.clearBrowserCookies", Map.of());
    }

    void open(String address) {
        driver.get(address);
    }

    /** Presses what {@code css} selects, and waits for the page that follows. */
    void press(String css) {
        WebElement before = find("html");
        find(css).click();
        // From another origin it comes in another process, for which the driver does not wait.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> !find("html").equals(before)
                        && "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** Clicks into what {@code css} selects, on the same page. */
    void tick(String css) {
        find(css).click();
    }

    void fill(String css, String text) {
        find(css).sendKeys(text);
    }

    /** Puts {@code text} in place of what is in a field, as if it had been pasted. */
    void write(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    String valueOf(String css) {
        return String.valueOf(find(css).getDomProperty("value"));
    }

    /** What a frame on this page shows. */
    String textInFrame(String css) {
        return inFrame(css, () -> textOf("body"));
    }

    /** Clicks into what {@code css} selects in a frame on this page. */
    void tickInFrame(String frame, String css) {
        inFrame(frame, () -> {
            tick(css);
            return css;
        });
    }

    private <T> T inFrame(String css, Supplier<T> deed) {
        driver.switchTo().frame(find(css));
        try {
            return deed.get();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** The names of the cookies that this page would send. */
    List<String> cookies() {
        return driver.manage().getCookies().stream().map(Cookie::getName).toList();
    }

    boolean shows(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    String textOf(String css) {
        return find(css).getText();
    }

    String attribute(String css, String name) {
        return String.valueOf(find(css).getDomAttribute(name));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    private WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** What is wrong with this page on a desk, by daylight. */
    List<String> flawsOnADesk() {
        return flaws(WIDE, 900, "light");
    }

    /** What is wrong with this page on a small telephone, at night. */
    List<String> flawsOnATelephone() {
        return flaws(NARROW, 640, "dark");
    }

    private List<String> flaws(int width, int height, String scheme) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        List<String> flaws = new ArrayList<>(complaints());
        Number needed = (Number) driver.executeScript("return document.scrollingElement.scrollWidth");
        if (needed == null || needed.intValue() > width) {
            flaws.add("it needs " + needed + " pixels and has " + width);
        }
        if (Boolean.TRUE.equals(driver.executeScript("return typeof axe === 'undefined'"))) {
            driver.executeScript(AXE);
        }
        if (driver.executeAsyncScript(ASK_AXE) instanceof List<?> violations) {
            violations.forEach(violation -> flaws.add(String.valueOf(violation)));
        } else {
            flaws.add("axe said nothing");
        }
        return flaws;
    }

    /** What the browser refused or missed since it was asked before: the policy of a page would be in its own way, say. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                // A page that says in words what was wrong has the status that says so to machines.
                .filter(message -> !message.startsWith(address() + " - Failed to load resource"))
                .toList();
    }

    private void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    private static String axe() {
        try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not in axe-core's jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
