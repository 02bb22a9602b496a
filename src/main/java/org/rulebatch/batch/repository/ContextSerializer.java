package org.rulebatch.batch.repository;

import java.util.List;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The contexts of jobs and steps as JSON. Whoever may write to a shared database must not reach code in those who read it, so only
 * numbers may name a type; the framework's own choices are Java's serialization, or all types of {@code java.util} and others.
 */
final class ContextSerializer {

    private ContextSerializer() {}

    static ExecutionContextSerializer json() {
        BasicPolymorphicTypeValidator.Builder types = BasicPolymorphicTypeValidator.builder();
        List.of(Integer.class, Long.class, Double.class).forEach(types::allowIfSubType);
        return new JacksonExecutionContextStringSerializer(
                JsonMapper.builder().activateDefaultTyping(types.build()).build());
    }
}
