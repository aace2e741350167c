using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Alarms;

/// <summary>A maintenance window as it stands.</summary>
/// <param name="Open">The stretch that is open now; null when it is closed.</param>
/// <param name="Held">Alarms that it holds now.</param>
public sealed record PlannedWindow(MaintenanceWindow Window, WindowMatch Match, BusinessPeriod? Open, int Held);
