namespace DcOps.Notify;

/// <summary>What a channel speaks.</summary>
public enum ChannelKind
{
    Webhook,
    WeCom,
    DingTalk,
    Feishu,
    Alertmanager,
    Email,
    Sms,
    Syslog,
}
