{{- define "judge.selector" -}}
app.kubernetes.io/name: {{ .Values.name }}
app.kubernetes.io/component: judge
{{- end }}

{{- define "judge.labels" -}}
{{ include "judge.selector" . }}
app.kubernetes.io/part-of: touchstone
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "judge.repository" -}}
{{ .Values.image.registry }}/{{ .Values.image.repository }}
{{- end }}

{{- define "judge.image" -}}
{{- if .Values.image.digest -}}
{{ include "judge.repository" . }}@{{ .Values.image.digest }}
{{- else -}}
{{ include "judge.repository" . }}:{{ .Values.image.tag }}
{{- end -}}
{{- end }}

{{/* Environment variables, sorted by name; an operator's own win. */}}
{{- define "judge.environment" -}}
{{- $own := dict
  "TOUCHSTONE_SCORES_URL" (printf "http://scores-service.%s.svc:5003" .Values.platformNamespace)
  "TOUCHSTONE_EXERCISES_URL" (printf "http://exercises-service.%s.svc:5002" .Values.platformNamespace)
  "TOUCHSTONE_JUDGE_TOKEN_FILE" "/run/secrets/touchstone/TOUCHSTONE_JUDGE_TOKEN"
  "TOUCHSTONE_DATA_DIR" "/data"
  "TOUCHSTONE_JUDGE_WORKERS" (toString .Values.workers)
  "TOUCHSTONE_JUDGE_KINDS" (join "," .Values.kinds)
  "TOUCHSTONE_DEFAULT_MEMORY_MIB" (toString .Values.limits.defaultMemory)
  "TOUCHSTONE_MOST_MEMORY_MIB" (toString .Values.limits.mostMemory)
  "TOUCHSTONE_LOG_FORMAT" "json" }}
{{- range $name, $value := merge (deepCopy .Values.environment) $own }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
