package org.rulebatch.engine.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply.Failure;
import org.rulebatch.engine.aws.wire.UnreadAnswerException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what went wrong with a call, in the words of a run. */
final class Failures {

    private static final String NO_CREDENTIALS = "no AWS credentials were found: set AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, name a profile in AWS_PROFILE, or run where a role is given";

    private final ErrorCodes codes = new ErrorCodes();
    private final boolean emulated;

    /** @param emulated whether something other than AWS answers, which may lack operations */
    Failures(boolean emulated) {
        this.emulated = emulated;
    }

    /** The failure that an exception of the client stands for. */
    public Failure of(ReadCall call, RuntimeException e) {
        if (e instanceof AwsServiceException service) {
            return ofService(call, service);
        }
        UnreadAnswerException unread = unread(e);
        if (unread != null) {
            ErrorType type = codes.type(unread.code()).orElse(ErrorType.UNREAD_ANSWER);
            return new Failure(type, unread.code(), call + ": " + unread.getMessage());
        }
        if (String.valueOf(e.getMessage()).startsWith("Unable to load credentials")) {
            return new Failure(ErrorType.ACCESS_DENIED, "", call + ": " + NO_CREDENTIALS);
        }
        ErrorType type = e instanceof SdkClientException client ? ofClient(client) : ErrorType.UNKNOWN;
        return new Failure(type, "", call + ": " + message(e));
    }

    private static @Nullable UnreadAnswerException unread(Throwable e) {
        Throwable at = e;
        while (at != null && !(at instanceof UnreadAnswerException)) {
            at = next(at);
        }
        return (UnreadAnswerException) at;
    }

    /** Why there are no credentials to work with, and what to do. */
    static String ofCredentials(AwsSettings settings, SdkException e) {
        if (settings.roleArn() != null && e instanceof AwsServiceException service) {
            return "--aws.role-arn: " + settings.roleArn() + " cannot be assumed: " + code(service) + ": "
                    + text(service);
        }
        if (settings.profile() != null) {
            return "--aws.profile: the profile '" + settings.profile() + "' gives no credentials: " + message(e);
        }
        return Character.toUpperCase(NO_CREDENTIALS.charAt(0)) + NO_CREDENTIALS.substring(1) + ".";
    }

    /** Why a role cannot be assumed. */
    static String ofRole(String role, SdkException e) {
        String why = e instanceof AwsServiceException service ? code(service) + ": " + text(service) : message(e);
        return "the role " + role + " cannot be assumed: " + why;
    }

    /** The error code of an answer; the HTTP status where it has none. */
    static String code(AwsServiceException e) {
        var details = e.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code == null || code.isEmpty() ? String.valueOf(e.statusCode()) : code;
    }

    private Failure ofService(ReadCall call, AwsServiceException e) {
        String code = code(e);
        ErrorType type = e.isThrottlingException()
                ? ErrorType.THROTTLED
                : codes.type(code).orElseGet(() -> byStatus(code, e.statusCode()));
        return new Failure(type, code, call + ": " + code + ": " + text(e));
    }

    private static String text(AwsServiceException e) {
        var details = e.awsErrorDetails();
        String message = details == null ? null : details.errorMessage();
        return message == null ? "HTTP status " + e.statusCode() : message;
    }

    /** A gateway's page, or a HEAD, has a status and no code. */
    private ErrorType byStatus(String code, int status) {
        boolean codeless = code.equals(String.valueOf(status));
        return switch (status) {
            case 401, 403 -> ErrorType.ACCESS_DENIED;
            case 404, 405 -> codeless ? ErrorType.NOT_SUPPORTED : ErrorType.UNKNOWN;
            case 500 -> codeless && emulated ? ErrorType.NOT_SUPPORTED : ErrorType.UNKNOWN;
            case 501 -> ErrorType.NOT_SUPPORTED;
            case 408, 504 -> ErrorType.TIMEOUT;
            default -> ErrorType.UNKNOWN;
        };
    }

    private static ErrorType ofClient(SdkClientException e) {
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return ErrorType.TIMEOUT;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = next(cause)) {
            if (cause instanceof SocketTimeoutException) {
                return ErrorType.TIMEOUT;
            }
            if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLException) {
                return ErrorType.ENDPOINT;
            }
        }
        return ErrorType.UNKNOWN;
    }

    /** The SDK wraps what went wrong; the innermost message says it. */
    private static String message(RuntimeException e) {
        Throwable at = e;
        for (Throwable cause = next(at); cause != null && cause.getMessage() != null; cause = next(at)) {
            at = cause;
        }
        if (at instanceof UnknownHostException) {
            return "there is no host " + at.getMessage() + "; check the region and the network";
        }
        return String.valueOf(at.getMessage());
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
