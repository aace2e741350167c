using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Snmp;
using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Host.Sites;

/// <summary>The collectors of the process's own configuration: the same for its whole life.</summary>
sealed record CollectorsOfTheFile(SnmpCollector? Snmp, MqttCollector? Mqtt) : ICollectorsAtWork
{
    public ReportedConfiguration? Configuration => null;
}
