package dev.touchstone.operations.alerts;

import dev.touchstone.operations.process.OperationFailed;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The topics of SNS, and who has subscribed to them. */
final class Topics implements AutoCloseable {
  private static final String PENDING = "PendingConfirmation";
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
    return aws(() -> client.publish(request.build()).messageId());
  }

  /** The subscriptions that have been confirmed. */
  List<Subscription> confirmed(String topicArn) {
    return aws(() ->
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

  private static <T> T aws(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new OperationFailed(
          "AWS refused or did not answer: %s It needs sns:Publish and sns:ListSubscriptionsByTopic on the topics, and their key."
              .formatted(e.getMessage()),
          e);
    }
  }
}
