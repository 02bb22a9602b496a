package org.rulebatch.batch.remote;

import org.aopalliance.intercept.MethodInterceptor;
import org.rulebatch.batch.step.PartitionLostException;
import org.rulebatch.batch.step.PartitionTable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a worker commit only while it holds its partition. Each commit is a transaction that has the partition locked, so none can
 * come between the partition's being given to another worker and that one's work.
 */
final class Fence {

    private final PartitionTable table;
    private final PartitionTable.Claim claim;
    private final TransactionTemplate transactions;

    Fence(PartitionTable table, PartitionTable.Claim claim, TransactionTemplate transactions) {
        this.table = table;
        this.claim = claim;
        this.transactions = transactions;
    }

    /** @throws PartitionLostException if the partition is not this worker's any more; nothing has been done then */
    void commit(Runnable action) {
        transactions.executeWithoutResult(transaction -> {
            if (!table.lock(claim)) {
                throw new PartitionLostException();
            }
            action.run();
        });
    }

    /** The repository, for what a worker says of its step. */
    JobRepository around(JobRepository repository) {
        MethodInterceptor fenced = call -> {
            Object[] arguments = call.getArguments();
            if (!call.getMethod().getName().startsWith("update") || !(arguments[0] instanceof StepExecution step)) {
                return call.proceed();
            }
            if (call.getMethod().getName().equals("update")) {
                commit(() -> repository.update(step));
            } else {
                commit(() -> repository.updateExecutionContext(step));
            }
            return null;
        };
        ProxyFactory proxy = new ProxyFactory(repository);
        proxy.addAdvice(fenced);
        return (JobRepository) proxy.getProxy();
    }
}
