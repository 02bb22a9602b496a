package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** The output of any operation. */
final class GenericResponse extends AwsResponse implements Members {

    private final Structure output;

    private GenericResponse(Builder builder) {
        super(builder);
        this.output = builder.output;
    }

    @Override
    public Map<String, Object> members() {
        return output.members();
    }

    @Override
    public List<SdkField<?>> sdkFields() {
        return output.sdkFields();
    }

    @Override
    public Builder toBuilder() {
        return new Builder(this);
    }

    static final class Builder extends AwsResponse.BuilderImpl implements SdkPojo, Buildable, Members {
        private final Structure output;

        Builder(Structure output) {
            this.output = output;
        }

        private Builder(GenericResponse response) {
            super(response);
            this.output = response.output;
        }

        @Override
        public Map<String, Object> members() {
            return output.members();
        }

        @Override
        public List<SdkField<?>> sdkFields() {
            return output.sdkFields();
        }

        @Override
        public Map<String, SdkField<?>> sdkFieldNameToField() {
            return output.sdkFieldNameToField();
        }

        @Override
        public GenericResponse build() {
            return new GenericResponse(this);
        }
    }
}
