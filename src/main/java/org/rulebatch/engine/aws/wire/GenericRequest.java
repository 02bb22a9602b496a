package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/** The input of any operation. */
final class GenericRequest extends AwsRequest implements Members {

    private final Structure input;

    GenericRequest(Structure input) {
        this(new Builder(input));
    }

    private GenericRequest(Builder builder) {
        super(builder);
        this.input = builder.input;
    }

    @Override
    public Map<String, Object> members() {
        return input.members();
    }

    @Override
    public List<SdkField<?>> sdkFields() {
        return input.sdkFields();
    }

    @Override
    public Map<String, SdkField<?>> sdkFieldNameToField() {
        return input.sdkFieldNameToField();
    }

    @Override
    public Builder toBuilder() {
        return new Builder(this);
    }

    static final class Builder extends AwsRequest.BuilderImpl {
        private final Structure input;

        private Builder(Structure input) {
            this.input = input;
        }

        private Builder(GenericRequest request) {
            super(request);
            this.input = request.input;
        }

        @Override
        public GenericRequest build() {
            return new GenericRequest(this);
        }
    }
}
