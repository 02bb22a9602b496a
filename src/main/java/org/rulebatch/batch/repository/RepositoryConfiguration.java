package org.rulebatch.batch.repository;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The job repository and what stands on it; every command needs this much. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
class RepositoryConfiguration {

    /** More than the batches that run at once ever hold: none is held while rules are worked on. */
    private static final int CONNECTIONS = 8;

    @Bean(destroyMethod = "close")
    HikariDataSource connections(RepositorySettings settings) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(settings.url());
        source.setUsername(settings.user());
        source.setPassword(settings.password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(1);
        RepositorySchema.ensure(source);
        return source;
    }

    /** A transaction takes a connection with its first statement: a worker's, once the rules of a service are worked on. */
    @Bean
    @Primary
    DataSource dataSource(HikariDataSource connections) {
        return new LazyConnectionDataSourceProxy(connections);
    }

    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return ContextSerializer.json();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }
}
