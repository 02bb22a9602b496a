package org.rulebatch.batch.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * AWS with many accounts, in a server of this machine: roles are assumed, and each account answers as itself. An account has one
 * user, called {@code admin} in those whose id is even, and a trail of all regions, which each region lists.
 */
public final class StandInAccounts implements AutoCloseable {

    /** The account of the credentials that everything begins with. */
    public static final String OWN = "999999999999";

    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=(\\w+)/\\d{8}/([\\w-]+)/([\\w-]+)/aws4_request");
    private static final String ASSUMED = "ASIA";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final List<String> organization;

    /** @param organization the ids that {@code organizations.list_accounts} answers */
    public StandInAccounts(List<String> organization) {
        this.organization = List.copyOf(organization);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Ids of as many accounts: 100000000001 and so on. */
    public static List<String> ids(int number) {
        return LongStream.rangeClosed(1, number)
                .mapToObj(each -> String.valueOf(100_000_000_000L + each))
                .toList();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The role of these accounts cannot be assumed. */
    public void refuse(String... accounts) {
        closed.addAll(List.of(accounts));
    }

    public void admitAll() {
        closed.clear();
    }

    /** What was asked, {@code 100000000001 eu-west-1 cloudtrail.DescribeTrails}, in the order of the answers. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forget() {
        calls.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher signed =
                CREDENTIAL.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!signed.find()) {
            send(exchange, 403, "unsigned");
            return;
        }
        String key = signed.group(1);
        String account = key.startsWith(ASSUMED) ? key.substring(ASSUMED.length()) : OWN;
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String action = target == null ? parameter(body, "Action") : target.substring(target.lastIndexOf('.') + 1);
        int status = 200;
        String answer;
        switch (action) {
            case "AssumeRole" -> {
                String wanted = parameter(body, "RoleArn").replaceFirst("arn:aws:iam::(\\d+):role/Audit", "$1");
                status = closed.contains(wanted) ? 403 : 200;
                answer = status == 200 ? assumed(wanted) : denied();
                account = wanted;
            }
            case "GetCallerIdentity" -> answer = result(action, "<Account>" + account + "</Account>");
            case "ListUsers" -> answer = result(action, users(account));
            case "DescribeRegions" -> answer = regions(account);
            case "ListAccounts" -> answer = accounts();
            case "DescribeTrails" -> answer = trails(account);
            default -> {
                status = 400;
                answer = denied();
            }
        }
        calls.add(account + " " + signed.group(2) + " " + signed.group(3) + "." + action);
        send(exchange, status, answer);
    }

    private static String users(String account) {
        String name = Long.parseLong(account) % 2 == 0 ? "admin" : "ann";
        return "<Users><member><UserName>" + name + "</UserName><Arn>arn:aws:iam::" + account + ":user/" + name
                + "</Arn></member></Users><IsTruncated>false</IsTruncated>";
    }

    private static String trails(String account) {
        return "{\"trailList\":[{\"Name\":\"all\",\"TrailARN\":\"arn:aws:cloudtrail:us-east-1:" + account
                + ":trail/all\",\"IsMultiRegionTrail\":true,\"LogFileValidationEnabled\":false}]}";
    }

    private static String regions(String account) {
        String more = account.endsWith("1") ? "<item><regionName>eu-south-2</regionName></item>" : "";
        return "<DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName></item>" + more
                + "</regionInfo></DescribeRegionsResponse>";
    }

    private String accounts() {
        StringBuilder json = new StringBuilder("{\"Accounts\":[{\"Id\":\"222222222222\",\"Status\":\"SUSPENDED\"}");
        organization.forEach(id -> json.append(",{\"Id\":\"").append(id).append("\",\"Status\":\"ACTIVE\"}"));
        return json.append("]}").toString();
    }

    private static String assumed(String account) {
        return result(
                "AssumeRole",
                "<Credentials><AccessKeyId>" + ASSUMED + account + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                        + "<SessionToken>t</SessionToken><Expiration>"
                        + Instant.now().plusSeconds(3600)
                        + "</Expiration></Credentials>");
    }

    private static String result(String action, String content) {
        return "<" + action + "Response><" + action + "Result>" + content + "</" + action + "Result></" + action
                + "Response>";
    }

    private static String denied() {
        return "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>";
    }

    private static String parameter(String body, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(body);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
