package org.rulebatch.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window. Screenshots go to {@code target/screenshots}. */
public final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    public Browser() {
        ChromeOptions options = new ChromeOptions().addArguments(FLAGS);
        options.setBinary(property("browser.binary", "/usr/bin/chromium"));
        LoggingPreferences log = new LoggingPreferences();
        log.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", log);
        Path chromedriver = Path.of(property("browser.driver", "/usr/bin/chromedriver"));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        size(1280, 900, false);
    }

    /** The size of the page, as a phone would show it or not. */
    public Browser size(int width, int height, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        return this;
    }

    public Browser scheme(String name) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
        return this;
    }

    public Browser open(String address) {
        driver.get("about:blank");
        driver.get(address);
        return this;
    }

    public ChromeDriver driver() {
        return driver;
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    public Object script(String script) {
        return driver.executeScript(script);
    }

    /** Presses keys where the focus is. */
    public Browser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    public Browser tab() {
        return press(Keys.TAB);
    }

    /** Waits for a script that says whether something has happened. */
    public Browser await(String condition) {
        new WebDriverWait(driver, PATIENCE).until(ignored -> Boolean.TRUE.equals(script("return " + condition)));
        return this;
    }

    /** Waits until an element shows a text. */
    public Browser awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE).until(ignored -> texts(css).equals(List.of(text)));
        return this;
    }

    /** What the console says of errors, a refused script or load among them. */
    public List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Breaches of the accessibility rules that axe-core knows, a line each. */
    public List<String> accessibilityBreaches() {
        driver.executeScript(axe());
        Object result = driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ["violations"]}).then(found => done(found.violations.flatMap(
                  rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))));
                """);
        List<String> breaches = new ArrayList<>();
        ((List<?>) result).forEach(each -> breaches.add(String.valueOf(each)));
        return breaches;
    }

    public Browser screenshot(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it would be printed. */
    public byte[] pdf() {
        Map<String, Object> options = new HashMap<>(Map.of("printBackground", true, "preferCSSPageSize", true));
        Object data = driver.executeCdpCommand("Page.printToPDF", options).get("data");
        return java.util.Base64.getDecoder().decode(String.valueOf(data));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the test classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name, String otherwise) {
        return System.getProperty(name, otherwise);
    }
}
