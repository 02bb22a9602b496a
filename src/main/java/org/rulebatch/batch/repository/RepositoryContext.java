package org.rulebatch.batch.repository;

import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The opened job repository; closing it closes the database. */
public final class RepositoryContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RepositoryContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Opens the repository and creates its tables where they are missing.
     *
     * @throws AlreadyRunningException if another process has its H2 file open
     * @throws RepositoryException if it cannot be opened
     */
    public static RepositoryContext open(RepositorySettings settings) {
        try (RepositoryGate gate = RepositoryGate.enter(settings)) {
            RepositoryFile.check(settings);
            RepositoryFile.removeStateOfNone(settings);
            try {
                return opened(settings);
            } catch (RepositoryException e) {
                if (!e.isDamaged() || !RepositoryFile.removeUseless(settings)) {
                    throw e;
                }
                return opened(settings);
            }
        }
    }

    private static RepositoryContext opened(RepositorySettings settings) {
        SpringApplication application = new SpringApplication(RepositoryConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setLazyInitialization(true);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("settings", settings));
        ConfigurableApplicationContext context = application.run();
        try {
            context.getBean(DataSource.class);
            return new RepositoryContext(context);
        } catch (BeanCreationException e) {
            context.close();
            throw failure(settings, e);
        }
    }

    private static RuntimeException failure(RepositorySettings settings, BeanCreationException e) {
        Throwable cause = e.getMostSpecificCause();
        RuntimeException failure = cause instanceof RepositoryException || cause instanceof AlreadyRunningException
                ? (RuntimeException) cause
                : RepositoryException.in(e).orElse(e);
        return failure instanceof AlreadyRunningException ? RepositoryFile.inUse(settings) : failure;
    }

    public JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    public JobOperator operator() {
        return context.getBean(JobOperator.class);
    }

    public JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public ConfigurableApplicationContext spring() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
