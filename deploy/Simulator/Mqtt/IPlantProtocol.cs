using DcOps.Collectors.Mqtt.Publishing;

namespace DcOps.Simulator.Mqtt;

/// <summary>How a site's gateway speaks over its connection.</summary>
public interface IPlantProtocol
{
    /// <summary>The session it wants.</summary>
    PublisherSettings Session { get; }

    /// <summary>What it says first on every new connection.</summary>
    Task GreetAsync(PublisherLink link, CancellationToken cancellationToken);

    /// <summary>What it says at every interval.</summary>
    Task ReportAsync(PublisherLink link, CancellationToken cancellationToken);
}
