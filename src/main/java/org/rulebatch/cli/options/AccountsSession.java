package org.rulebatch.cli.options;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.batch.accounts.AccountClients;
import org.rulebatch.batch.accounts.AccountsScan;
import org.rulebatch.batch.accounts.Checks;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Geography;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.Programs;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.aws.AwsAccounts;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.engine.aws.AwsSettings;
import org.rulebatch.files.Json;
import org.rulebatch.files.Sha256;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.store.InputException;
import software.amazon.awssdk.regions.Region;

/** What a scan over accounts works with; open until it is closed. */
public final class AccountsSession implements AutoCloseable {

    private final AwsReadClient client;
    private final AwsOptions aws;
    private final AccountsOptions accounts;
    private final Geography geography;
    private final String region;
    private final Optional<String> own;

    private AccountsSession(
            AwsReadClient client, AwsOptions aws, AccountsOptions accounts, Geography geography, String region) {
        this.client = client;
        this.aws = aws;
        this.accounts = accounts;
        this.geography = geography;
        this.region = region;
        this.own = AwsAccounts.ofCaller(client, geography.regionFor("sts", region));
    }

    /** @throws InputException if there are no credentials */
    public static AccountsSession open(AwsOptions aws, AccountsOptions accounts, OwnKnowledge knowledge) {
        Catalog catalog = Catalog.bundled();
        AwsSettings settings = aws.settings();
        AwsReadClient client = new AwsReadClient(catalog, new NotConfigured(knowledge.knowledge()), settings);
        try {
            client.requireCredentials();
            String region = aws.anyRegion();
            return new AccountsSession(client, aws, accounts, new AwsGeography(catalog, region), region);
        } catch (IllegalArgumentException e) {
            client.close();
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** The clients of the accounts: that of the own account reads with the credentials themselves. */
    public AccountClients clients() {
        String partition = Region.of(region).metadata().partition().id();
        return new AccountClients(account -> own.filter(account::equals).isPresent()
                ? client::read
                : client.assuming(accounts.roleArn(partition, account), accounts.externalId()));
    }

    /** @param documents with the values of their parameters */
    public Checks checks(List<RuleDocument> documents) {
        int each = Math.max(1, aws.callsAtOnce() / accounts.partsAtOnce());
        return new Checks(documents, geography, region, new Programs(Catalog.bundled()), each);
    }

    public AccountsScan.Request request(List<RuleDocument> documents, CheckParameters stated) {
        return new AccountsScan.Request(
                identity(documents, stated),
                () -> accounts.ids(this::organization),
                (ReadClient account) -> aws.regions(account),
                accounts.partsAtOnce());
    }

    private List<String> organization() {
        try {
            return AwsAccounts.ofOrganization(client, geography.regionFor("organizations", region));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private String identity(List<RuleDocument> documents, CheckParameters stated) {
        List<String> words = new ArrayList<>(accounts.identity());
        words.add(aws.regionsAsGiven());
        words.add(stated.identity());
        words.add(documents.toString());
        return Sha256.hex(Json.text(words).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
