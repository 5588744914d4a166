package dev.touchstone.operations.alerts;

import dev.touchstone.operations.process.Aws;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The topics of SNS, and who has subscribed to them. */
final class Topics implements AutoCloseable {
  private static final String PENDING = "PendingConfirmation";

  private static final String ADVICE =
      "It needs sns:Publish and sns:ListSubscriptionsByTopic on the topics, and their key.";

  private final SnsClient client;

  Topics(SnsClient client) {
    this.client = client;
  }

  /**
   * Publishes a message.
   *
   * @return its id, by which SNS logs the delivery
   */
  String publish(String topicArn, Notice notice) {
    PublishRequest.Builder request = PublishRequest.builder().topicArn(topicArn);
    if (notice.hasMail()) {
      request.subject(notice.subject()).messageStructure("json").message(notice.byProtocol());
    } else {
      request.message(notice.message());
    }
    return Aws.callAdvising(ADVICE, () -> client.publish(request.build()).messageId());
  }

  /** The subscriptions that have been confirmed. */
  List<Subscription> confirmed(String topicArn) {
    return Aws.callAdvising(
        ADVICE,
        () ->
            client
                .listSubscriptionsByTopicPaginator(request -> request.topicArn(topicArn))
                .subscriptions()
                .stream()
                .filter(subscription -> !subscription.subscriptionArn().equals(PENDING))
                .toList());
  }

  @Override
  public void close() {
    client.close();
  }
}
