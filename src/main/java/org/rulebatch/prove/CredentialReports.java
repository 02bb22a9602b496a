package org.rulebatch.prove;

import java.util.List;

/** Credential reports of IAM that differ in what the root user has and has used. */
final class CredentialReports {

    private static final String HEAD =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
                    + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private CredentialReports() {}

    /** The reports' texts, the most harmless first. */
    static List<String> texts() {
        return List.of(
                root("2024-06-01T08:00:00+00:00", true, false, "N/A"),
                root("2026-01-15T08:00:00+00:00", true, false, "N/A"),
                root("2024-06-01T08:00:00+00:00", false, false, "N/A"),
                root("2024-06-01T08:00:00+00:00", true, true, "2024-06-01T08:00:00+00:00"),
                root("2024-06-01T08:00:00+00:00", true, true, "2026-01-15T08:00:00+00:00"),
                root("no_information", true, false, "N/A"));
    }

    private static String root(String passwordUsed, boolean mfa, boolean key, String keyUsed) {
        return HEAD + "\n<root_account>,arn:aws:iam::" + Moment.ACCOUNT
                + ":root,2020-03-01T09:00:00+00:00,not_supported,"
                + passwordUsed + ",not_supported,not_supported," + mfa + "," + key + ","
                + (key ? "2020-03-01T09:00:00+00:00" : "N/A") + "," + keyUsed
                + ",N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";
    }
}
