namespace DcOps.Notify;

/// <summary>How what is sent to a gateway is written.</summary>
public enum GatewayForm
{
    /// <summary>JSON; placeholders stand inside of strings.</summary>
    Json,

    /// <summary>As a form: <c>a=b&amp;c=d</c>.</summary>
    Form,

    /// <summary>As it is.</summary>
    Text,
}
