using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Snmp;
using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Host.Sites;

/// <summary>The collectors of this process as they are now.</summary>
interface ICollectorsAtWork
{
    /// <summary>Null when it polls nothing.</summary>
    SnmpCollector? Snmp { get; }

    /// <summary>Null when it listens to nothing.</summary>
    MqttCollector? Mqtt { get; }

    /// <summary>Null when the process's own file says what is read.</summary>
    ReportedConfiguration? Configuration { get; }
}
