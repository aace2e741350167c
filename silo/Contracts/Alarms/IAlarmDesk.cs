namespace DcOps.Contracts.Alarms;

/// <summary>
/// The province's alarms as pages, exports and interfaces ask for them and act on them. Who may ask what is decided before.
/// </summary>
public interface IAlarmDesk : IAlarmInbox, IAlarmWork, IAlarmPlanning, IAlarmRecords;
