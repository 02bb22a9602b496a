package org.rulebatch.report.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;

/** Ensures that the records of a run's files write what they have read, byte for byte. */
final class RuleEntriesTest {

    private static final String FILE =
            """
            {
              "sqs": [
                {
                  "rule_id": "aws.sqs.queue.encrypted",
                  "service": "sqs",
                  "title": "Queues are encrypted",
                  "requirement": "Encryption",
                  "description": "",
                  "severity": "high",
                  "decision": "automated",
                  "ai_generated_requirements": {
                    "fields": [
                      {
                        "conceptual_name": "key",
                        "boto3_python_field": "Attributes{}",
                        "operator": "exists",
                        "boto3_python_field_expected_values": null,
                        "params": {
                          "AttributeNames": [
                            "All"
                          ]
                        },
                        "bind": {
                          "QueueUrl": {
                            "client": "sqs",
                            "operation": "list_queues",
                            "params": {},
                            "path": "QueueUrls[]"
                          }
                        },
                        "items": "",
                        "quantifier": "some",
                        "where": [
                          {
                            "path": "Attributes{}",
                            "operator": "exists",
                            "value": null
                          }
                        ],
                        "map_key": "KmsMasterKeyId",
                        "absent": "violates",
                        "validated_function": {
                          "client": "sqs",
                          "python_method": "get_queue_attributes",
                          "boto3_operation": "GetQueueAttributes",
                          "is_independent": false,
                          "required_params": [
                            "QueueUrl"
                          ],
                          "main_output_field": null
                        }
                      }
                    ],
                    "condition_logic": "single"
                  },
                  "validated_function": null,
                  "validation_status": "function_found",
                  "field_validation": {
                    "Attributes{}": {
                      "exists": true,
                      "correct_name": "Attributes{}",
                      "original_name": null,
                      "validation": "exact_match",
                      "type": "string",
                      "allowed_values": []
                    }
                  },
                  "all_fields_valid": true,
                  "final_validation_status": "PASS",
                  "confidence": 0.93,
                  "candidates": [
                    {
                      "client": "sqs",
                      "python_method": "get_queue_attributes",
                      "boto3_python_field": "Attributes{}",
                      "operator": "equals",
                      "boto3_python_field_expected_values": 7,
                      "map_key": "SqsManagedSseEnabled",
                      "score": 0.5,
                      "source": "knowledge"
                    }
                  ],
                  "findings": [
                    {
                      "severity": "note",
                      "id": "a.b",
                      "place": "sqs",
                      "message": "read",
                      "hint": ""
                    }
                  ],
                  "provenance": {
                    "generator": "embedded",
                    "model": null,
                    "prompt_sha256": null,
                    "catalog": "botocore 1"
                  }
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadIsWrittenAgainWithTheSameBytes() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("rules.json"), FILE);
        List<RuleEntry> rules = new ArrayList<>();

        // when
        RuleEntries.read(file, (service, rule) -> rules.add(rule));
        AtomicFile.write(file, Json.document(json -> {
            json.writeStartObject();
            json.writePOJOProperty("sqs", rules);
            json.writeEndObject();
        }));

        // then
        assertThat(rules).hasSize(1);
        assertThat(file).hasContent(FILE);
    }

    @Test
    void aCheckThatCannotRunIsLeftToAPersonWithWhatItRead() throws IOException {
        // given
        List<RuleEntry> rules = new ArrayList<>();
        RuleEntries.read(Files.writeString(folder.resolve("rules.json"), FILE), (service, rule) -> rules.add(rule));

        // when
        RuleEntry demoted = rules.get(0).demoted("it cannot run");

        // then
        assertThat(demoted.decision()).isEqualTo(Decided.MANUAL_REVIEW);
        assertThat(demoted.cause()).isEqualTo("invalid_check");
        assertThat(demoted.allFieldsValid()).isFalse();
        assertThat(demoted.requirements()).isEqualTo(rules.get(0).requirements());
    }
}
