package org.rulebatch.cli.options;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.store.InputException;

/** What a command that reads from AWS works with; open until it is closed. */
public final class AwsSession implements AutoCloseable {

    private final AwsReadClient client;
    private final Engine engine;
    private final List<String> regions;

    private AwsSession(AwsReadClient client, Engine engine, List<String> regions) {
        this.client = client;
        this.engine = engine;
        this.regions = regions;
    }

    /**
     * Opens it.
     *
     * @param knowledge says which errors mean 'not configured'
     * @param parameters of the checks
     * @throws InputException if there are no credentials, or it is not clear which regions are meant
     */
    public static AwsSession open(AwsOptions options, OwnKnowledge knowledge, CheckParameters parameters) {
        return open(options, knowledge, parameters, client -> client);
    }

    /**
     * The same.
     *
     * @param through gives the client that reads, made of the one that asks AWS
     */
    public static AwsSession open(
            AwsOptions options, OwnKnowledge knowledge, CheckParameters parameters, UnaryOperator<ReadClient> through) {
        Catalog catalog = Catalog.bundled();
        AwsReadClient client = new AwsReadClient(catalog, new NotConfigured(knowledge.knowledge()), options.settings());
        try {
            client.requireCredentials();
            List<String> regions = options.regions(client);
            AwsGeography geography = new AwsGeography(catalog, regions.get(0));
            Engine engine = new Engine(
                    through.apply(client), geography, catalog, Clock.systemUTC(), options.callsAtOnce(), parameters);
            return new AwsSession(client, engine, regions);
        } catch (IllegalArgumentException e) {
            client.close();
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    public Engine engine() {
        return engine;
    }

    public List<String> regions() {
        return regions;
    }

    public RuleTester tester() {
        return new RuleTester(engine, regions, Catalog.bundled());
    }

    @Override
    public void close() {
        client.close();
    }
}
