using DcOps.Domain.Configuration;
using DcOps.Grains;
using DcOps.Grains.Alarms;
using DcOps.Silo.Host.Alarms;

namespace DcOps.Silo.Host.Composition;

/// <summary>The alarms as a host composes them: section <c>alarms</c>, the desk that pages ask, windows kept in force.</summary>
static class AlarmComposition
{
    /// <summary>Adds <see cref="Contracts.Alarms.IAlarmDesk"/>; the registry and history are added before.</summary>
    public static IServiceCollection AddDcOpsAlarms(this IServiceCollection services, ConfigurationDocument document)
    {
        services.AddDcOpsAlarms(AlarmConfiguration.Load(document));
        services.AddHostedService<WindowsInForce>();
        return services;
    }
}
