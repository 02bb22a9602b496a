# our own
locals {
  common = merge(local.other, { service = "AWS/SQS" })
}

benchmark "queues" {
  title    = "Queues"
  children = [
    control.sqs_queue_encrypted,
    control.other
  ]
}

control "sqs_queue_encrypted" {
  title       = "2.1 SQS queues should be encrypted at rest"
  description = <<-EOT
    Messages on disk
    are unreadable.
  EOT
  severity    = "low"
  query       = query.sqs_queue_encrypted
  args        = [ var.days > 3 ? "a" : "b" ]
  tags = merge(local.common, {
    cis_item_id = "2.1"
    service     = "AWS/SQS"
  })
}

control "sns_topic_encrypted" {
  title = "SNS topics should be encrypted with \"KMS\""
  sql   = "select ${local.columns["a"]} from x"
}
